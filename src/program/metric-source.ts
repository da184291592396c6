import { metrics, metricNamed } from '../metrics.ts';
import type { Reading } from '../python/reading.ts';
import { argumentsOf } from '../python/calls.ts';
import { descendants } from '../python/syntax-tree.ts';
import { lineOf } from './anatomy.ts';
import type { CallFact } from './anatomy.ts';
import type { Family, MetricSource } from './program.ts';
import { printedBare } from './tellers/bare.ts';
import { boostingRounds } from './tellers/boosters.ts';
import { evaluation, validatedFit } from './tellers/keras.ts';
import { evaluateLibrary, huggingFaceTrainer, lightningLog } from './tellers/logged.ts';
import { crossValidation, metricFunction, parameterSearch, score } from './tellers/scikit-learn.ts';
import { lastExpressions, printed, written } from './tellers/shown.ts';
import type { Teller, Told } from './tellers/told.ts';

const tellers: readonly Teller[] = [
  metricFunction,
  crossValidation,
  parameterSearch,
  score,
  evaluation,
  validatedFit,
  boostingRounds,
  lightningLog,
  huggingFaceTrainer,
  evaluateLibrary,
  printed,
  printedBare,
  written,
];

/**
 * The metric that a careful reader would take: one that is measured at the end; the best known name; of equals the one that a framework
 * hook can see; then the one not measured on training data; then the last in the script. What a module of the author's
 * own tells counts only where the script itself tells nothing.
 */
export function metricSourceOf(facts: readonly CallFact[], family: Family, script: Reading): MetricSource | null {
  const own = facts.filter(({ reading }) => reading === script);
  return (
    best(told(own, facts, family), script) ??
    shownByNotebook(script) ??
    best(
      told(
        facts.filter(({ reading }) => reading !== script),
        facts,
        family,
      ),
      script,
    )
  );
}

function told(asked: readonly CallFact[], facts: readonly CallFact[], family: Family): readonly Told[] {
  return asked.flatMap((fact) => tellers.flatMap((teller) => teller(fact, facts, family)));
}

function best(all: readonly Told[], script: Reading): MetricSource | null {
  const [first] = all.toSorted(
    (one, other) =>
      Number(one.steering === true) - Number(other.steering === true) ||
      metrics.indexOf(one.kind) - metrics.indexOf(other.kind) ||
      Number(one.source !== 'hook') - Number(other.source !== 'hook') ||
      Number(onTraining(one)) - Number(onTraining(other)) ||
      other.fact.call.start - one.fact.call.start,
  );
  if (first === undefined) return null;
  const { kind, source, fact } = first;
  const elsewhere = fact.reading === script ? {} : { path: fact.reading.path };
  return { name: kind.name, direction: kind.direction, source, ...elsewhere, ...lineOf(fact.place) };
}

function onTraining({ ofTraining, fact: { reading, call } }: Told): boolean {
  return ofTraining ?? argumentsOf(call).some((argument) => /train/i.test(reading.textOf(argument)));
}

/** `accuracy` as the last line of a cell: the names in it say what it is. */
function shownByNotebook(script: Reading): MetricSource | null {
  const values = lastExpressions(script).filter(({ type }) =>
    /^(identifier|attribute|expression_list|tuple)$/.test(type),
  );
  const shown = values.flatMap((node) =>
    descendants(node).flatMap((part) => {
      const kind = part.type === 'identifier' ? metricNamed(script.textOf(part)) : undefined;
      return kind === undefined ? [] : [{ kind, node }];
    }),
  );
  const [first] = shown.toSorted((one, other) => metrics.indexOf(one.kind) - metrics.indexOf(other.kind));
  if (first === undefined) return null;
  const { kind, node } = first;
  const line = lineOf(script.positions.positionAt(node.start));
  return { name: kind.name, direction: kind.direction, source: 'notebook', ...line };
}
