import { metricNamed, metrics } from '../metrics.ts';
import type { MetricKind } from '../metrics.ts';
import { argumentsOf, keywordValue } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import { descendants, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { lineOf } from './anatomy.ts';
import type { CallFact } from './anatomy.ts';
import type { Family, MetricSource } from './program.ts';
import { wordsOfMetric } from './metric-words.ts';

interface Told {
  readonly kind: MetricKind;
  readonly source: 'hook' | 'printed';
  readonly fact: CallFact;
}

/** How one way of telling a metric is recognised. A new way is one function in the list. */
type Teller = (fact: CallFact, facts: readonly CallFact[], family: Family) => readonly Told[];

const tellers: readonly Teller[] = [metricFunction, crossValidation, score, evaluation, kerasFit, printed];

/**
 * The metric that a careful reader would take: the best known name; of equals the one that a framework
 * hook can see; then the one not measured on training data; then the last in the script.
 */
export function metricSourceOf(facts: readonly CallFact[], family: Family, script: string): MetricSource | null {
  const told = facts
    .filter(({ reading }) => reading.path === script)
    .flatMap((fact) => tellers.flatMap((teller) => teller(fact, facts, family)));
  const [best] = told.toSorted(
    (one, other) =>
      metrics.indexOf(one.kind) - metrics.indexOf(other.kind) ||
      Number(one.source === 'printed') - Number(other.source === 'printed') ||
      Number(onTraining(one)) - Number(onTraining(other)) ||
      other.fact.call.start - one.fact.call.start,
  );
  if (best === undefined) return null;
  const { kind, source, fact } = best;
  return { name: kind.name, direction: kind.direction, source, ...lineOf(fact.place) };
}

function onTraining({ fact: { reading, call } }: Told): boolean {
  return argumentsOf(call).some((argument) => /train/i.test(reading.textOf(argument)));
}

function hook(fact: CallFact, spelling: string): readonly Told[] {
  const kind = metricNamed(spelling);
  return kind === undefined ? [] : [{ kind, source: 'hook', fact }];
}

/** `accuracy_score(y_test, y_pred)` */
function metricFunction(fact: CallFact): readonly Told[] {
  return fact.canonical?.startsWith('sklearn.metrics.') === true ? hook(fact, fact.name) : [];
}

const regressors: readonly Family[] = ['linear-regression', 'glm'];

/** What scikit-learn scores by when nothing is said. */
function ownScore(facts: readonly CallFact[], family: Family): string {
  const regression = facts.some((fact) => fact.library !== null && /(Regressor|SVR)$/.test(fact.name));
  const classification = facts.some((fact) => fact.library !== null && fact.name.endsWith('Classifier'));
  return !classification && (regression || regressors.includes(family)) ? 'r2' : 'accuracy';
}

/** `cross_val_score(model, X, y, scoring='r2')` */
function crossValidation(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  if (fact.library !== 'sklearn' || !['cross_val_score', 'cross_validate'].includes(fact.name)) return [];
  const scoring = keywordValue(fact.call, 'scoring', fact.reading);
  const named = scoring === null ? null : stringAt(scoring, fact);
  return hook(fact, named?.replace(/^neg_/, '') ?? ownScore(facts, family));
}

/** `model.score(X_test, y_test)` */
function score(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  const library = /^(sklearn|xgboost|lightgbm|catboost|imblearn|scikeras|dask_ml)\b/;
  const ours = fact.makers.length === 0 || fact.makers.some((maker) => library.test(maker));
  const given = argumentsOf(fact.call).length >= 2;
  return fact.isMethod && fact.name === 'score' && ours && given ? hook(fact, ownScore(facts, family)) : [];
}

/** `model.evaluate(x_test, y_test)` tells what `compile` was asked for. */
function evaluation(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  return fact.isMethod && /^evaluate(_generator)?$/.test(fact.name) ? compiled(fact, facts) : [];
}

function kerasFit(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const validated = ['validation_data', 'validation_split'].some(
    (keyword) => keywordValue(fact.call, keyword, fact.reading) !== null,
  );
  return fact.isMethod && /^fit(_generator)?$/.test(fact.name) && validated ? compiled(fact, facts) : [];
}

function compiled(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const compile = facts.find(({ name, isMethod }) => isMethod && name === 'compile');
  const third = compile === undefined ? undefined : argumentsOf(compile.call)[2];
  const asked =
    compile === undefined
      ? null
      : (keywordValue(compile.call, 'metrics', compile.reading) ?? (third?.type === 'list' ? third : null));
  const named = asked === null ? [] : namedChildren(asked).flatMap((node) => hook(fact, metricAt(node, fact)));
  return named.length > 0 || compile === undefined ? named : hook(fact, 'loss');
}

/** `'accuracy'`, `keras.metrics.SparseCategoricalAccuracy()` */
function metricAt(node: SyntaxNode, fact: CallFact): string {
  const text = stringAt(node, fact) ?? fact.reading.textOf(node).replace(/\(.*$/s, '');
  const last = text.split('.').at(-1) ?? '';
  return last.replace(/([a-z])([A-Z])/g, '$1_$2');
}

const printers = /^(print|info|write|warning|echo)$/;

/** `print('Test accuracy:', acc)`: a line with a metric's name and a value beside it. */
function printed(fact: CallFact): readonly Told[] {
  if (!printers.test(fact.name) || fact.canonical?.startsWith('builtins.') === false) return [];
  const parts = descendants(fact.call);
  const words = parts.filter(({ type }) => type === 'string_content').map((node) => fact.reading.textOf(node));
  const value = parts.some(({ type, start }) => type === 'identifier' && start > (parts[1]?.end ?? 0));
  const kind = value ? wordsOfMetric(words.join(' ')) : null;
  return kind === null ? [] : [{ kind, source: 'printed', fact }];
}

function stringAt(node: SyntaxNode, { reading }: CallFact): string | null {
  const literal = readLiteral(reading.textOf(node));
  return typeof literal?.value === 'string' ? literal.value : null;
}
