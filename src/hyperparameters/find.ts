import type { Program } from '../program/program.ts';
import { literalAt } from '../python/literals.ts';
import type { Literal } from '../python/literals.ts';
import { withLocalModules } from '../python/modules.ts';
import type { Reading } from '../python/reading.ts';
import type { SourceFile } from '../python/source.ts';
import { descendants } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Dimension } from '../search/space.ts';
import { argumentAt } from './catalogue/catalogue.ts';
import type { TunableArgument } from './catalogue/entry.ts';
import type { Arrival } from './finders/finder.ts';
import { flowOf } from './flow.ts';
import type { Flow } from './flow.ts';
import { tunable } from './guards/guard.ts';
import type { Verdict } from './guards/guard.ts';
import { guards } from './guards/guards.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { identityOf } from './identity.ts';
import { knobs } from './knobs.ts';
import type { Axis } from './knobs.ts';
import { tamperedBy } from './tamper.ts';

/** A place that looks like a hyper-parameter and is not offered. */
export interface Left {
  readonly id: string;
  readonly why: string;
}

export interface Findings {
  /** Most important first, then in source order. */
  readonly found: readonly Hyperparameter[];
  readonly left: readonly Left[];
}

/** Finds what can be tuned in the program's script and the modules of its own. Reads only; nothing is run. */
export async function findHyperparameters(
  files: readonly SourceFile[],
  program: Pick<Program, 'script'>,
): Promise<Findings> {
  const script = files.find(({ path }) => path === program.script);
  if (script === undefined) return { found: [], left: [] };
  const readings = await withLocalModules(script, files);
  const places = readings
    .filter(({ problem }) => problem === null)
    .flatMap((reading) => literalsIn(reading).flatMap((place) => judged(place, reading)));
  const offered = places.filter((place) => place.kind === 'found').map(({ found }) => found);
  const twice = new Set(offered.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index));
  const found = offered.filter(({ id }) => !twice.has(id)).toSorted((one, other) => other.importance - one.importance);
  const known = new Set(found.map(({ id }) => id));
  const left = [
    ...places.filter((place) => place.kind === 'left').map((place) => place.left),
    ...[...twice].map((id) => ({ id, why: 'two literals reach it, and only one can be the value' })),
  ];
  return { found, left: left.filter(({ id }) => !known.has(id)) };
}

interface Place {
  readonly node: SyntaxNode;
  readonly literal: Literal;
}

function literalsIn({ root, text }: Reading): readonly Place[] {
  return descendants(root).flatMap((node) => {
    const literal = literalAt(node, text);
    const signed = node.parent?.type === 'unary_operator';
    return literal === null || signed ? [] : [{ node, literal }];
  });
}

interface Sink {
  readonly arrival: Arrival;
  readonly argument: TunableArgument;
  readonly verdict: Verdict;
}

type Judgement =
  { readonly kind: 'found'; readonly found: Hyperparameter } | { readonly kind: 'left'; readonly left: Left };

/** What becomes of one literal: nothing, a hyper-parameter, or a place left alone for a reason. */
function judged(place: Place, reading: Reading): readonly Judgement[] {
  const flow = flowOf(place.node, reading);
  if (flow === null) return [];
  const sinks = flow.arrivals.flatMap((arrival): Sink[] => {
    const argument = argumentAt(arrival, reading);
    if (argument === null) return [];
    const verdict = argument.guard === null ? tunable : guards[argument.guard](arrival, flow.arrivals, reading);
    return verdict.kind === 'elsewhere' ? [] : [{ arrival, argument, verdict }];
  });
  const sink = sinks.find(({ arrival }) => arrival.exact) ?? sinks[0];
  if (sink === undefined) return [];
  const axis = knobs[sink.argument.knob].range(place.literal);
  const id = identify(sink, flow, reading);
  const why = objection(sinks, flow.arrivals, reading);
  if (why !== null) return [{ kind: 'left', left: { id, why } }];
  if (axis === null) return [];
  return [{ kind: 'found', found: hyperparameter(place, flow, sink, axis, id, reading) }];
}

function identify({ arrival, argument }: Sink, { through }: Flow, reading: Reading): string {
  const element = arrival.key !== null && argument.elements ? `[${arrival.key}]` : '';
  if (through === null) return identityOf(arrival.call, argument.name + element, reading);
  return identityOf(through.call, (through.keyword ?? argument.name) + element, reading);
}

/** Why a literal may not be changed, because of any one of the places that it reaches. */
function objection(sinks: readonly Sink[], arrivals: readonly Arrival[], reading: Reading): string | null {
  for (const arrival of arrivals) {
    const tampered = tamperedBy(arrival, reading);
    if (tampered !== null) return `it also sets ${tampered}`;
  }
  for (const { verdict } of sinks) if (verdict.kind === 'left') return verdict.why;
  const kinds = new Set(sinks.map(({ argument }) => argument.knob));
  return kinds.size > 1 ? `it is ${[...kinds].join(' and ')} at once` : null;
}

const longestEvidence = 120;

function hyperparameter(
  { node, literal }: Place,
  flow: Flow,
  { arrival, argument }: Sink,
  axis: Axis,
  id: string,
  reading: Reading,
): Hyperparameter {
  const { positions } = reading;
  const span = { start: node.start, end: node.end };
  const call = { start: arrival.call.start, end: arrival.call.end };
  const line = positions.lineText(positions.positionAt(arrival.node.start).line).trim();
  const path = arrival.key !== null && argument.elements ? `.${arrival.key}` : '';
  const seen = arrival.exact && argument.attribute !== null;
  return {
    id,
    path: reading.path,
    name: argument.name,
    knob: argument.knob,
    form: flow.form,
    text: literal.text,
    value: literal.value,
    span,
    place: positions.rangeOf(span),
    dimension: dimension(id, axis, literal),
    importance: knobs[argument.knob].importance,
    evidence: line.slice(0, longestEvidence),
    arrival: seen ? { call, place: positions.rangeOf(call), attribute: `${argument.attribute}${path}` } : null,
  };
}

function dimension(id: string, axis: Axis, { value }: Literal): Dimension {
  if (axis.kind === 'choice') return { ...axis, id, start: value };
  if (typeof value !== 'number') throw new Error(`${id} has a range of numbers but holds ${String(value)}.`);
  return { ...axis, id, start: value };
}
