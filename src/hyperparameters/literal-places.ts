import { calledFunction, calledName, parameterFor, parameterTarget } from '../python/calls.ts';
import { literalAt } from '../python/literals.ts';
import type { Literal } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Dimension } from '../search/space.ts';
import { argumentAt } from './catalogue/catalogue.ts';
import type { TunableArgument } from './catalogue/entry.ts';
import { neverRuns } from './dead-code.ts';
import { flagsOf } from './finders/argument-parser.ts';
import type { Arrival } from './finders/finder.ts';
import { flowOf } from './flow.ts';
import type { Flow } from './flow.ts';
import { tunable } from './guards/guard.ts';
import type { Verdict } from './guards/guard.ts';
import { guards } from './guards/guards.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { identityOf } from './identity.ts';
import { dimensionOf, evidenceAt, found, leftAlone } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { knobs } from './knobs.ts';
import { searchedByScript } from './own-search.ts';
import type { Searched } from './searched.ts';
import { tamperedBy } from './tamper.ts';

/** Every literal of a file that is a hyper-parameter, or looks like one and is left alone for a reason. */
export function literalPlaces(searched: Searched): readonly Judgement[] {
  return literalsIn(searched.reading).flatMap((place) => judged(place, searched));
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

function judged(place: Place, searched: Searched): readonly Judgement[] {
  const { reading } = searched;
  const flow = flowOf(place.node, reading);
  if (flow === null) return [];
  const live = flow.arrivals.filter(({ call }) => !neverRuns(call, searched));
  const sinks = live.flatMap((arrival): Sink[] => {
    const argument = argumentAt(arrival, reading);
    if (argument === null) return [];
    const verdict = argument.guard === null ? tunable : guards[argument.guard](arrival, live, reading);
    return verdict.kind === 'elsewhere' ? [] : [{ arrival, argument, verdict }];
  });
  const sink = sinks.find(({ arrival }) => arrival.exact) ?? sinks[0];
  if (sink === undefined) return [];
  const axis = knobs[sink.argument.knob].range(place.literal);
  const id = identify(sink, flow, reading);
  const why = objection(sinks, flow.arrivals, reading);
  if (why !== null) return [leftAlone(id, why)];
  const { call } = sink.arrival;
  // A search hands its values to a constructor or a function; a dictionary of parameters stands for itself.
  const overruled = sink.argument.within === null && calledName(call, reading) !== 'set_params';
  if (overruled && searchedByScript(sink.argument.name, reading))
    return [leftAlone(id, 'the script searches for it or sets it itself')];
  if (isOverridden(place.node, searched)) return [leftAlone(id, 'the command line gives another value')];
  const limits = sink.verdict.kind === 'tunable' ? sink.verdict : {};
  const dimension = axis === null ? null : dimensionOf(id, axis, place.literal, limits);
  return dimension === null ? [] : [found(hyperparameter(place, flow, sink, dimension, reading))];
}

/** `--lr 0.1` or `--lr=0.1` among the script's own arguments; `-b64` too. */
function isOverridden(literal: SyntaxNode, { given, reading }: Searched): boolean {
  if (given.length === 0) return false;
  const short = (flag: string): boolean => /^-[^-]$/.test(flag);
  return flagsOf(literal, reading).some((flag) =>
    given.some((word) => word === flag || word.startsWith(`${flag}=`) || (short(flag) && word.startsWith(flag))),
  );
}

function identify({ arrival, argument }: Sink, { through }: Flow, reading: Reading): string {
  const element = arrival.key !== null && argument.elements ? `[${arrival.key}]` : '';
  if (through === null) return identityOf(arrival.call, argument.name + element, reading);
  const definition = calledFunction(through.call, reading);
  const parameter = definition === null ? null : parameterFor(through, definition, reading);
  const target = parameter === null ? null : parameterTarget(parameter);
  const own = through.keyword ?? (target === null ? argument.name : reading.textOf(target));
  return identityOf(through.call, own + element, reading);
}

/** Why a literal may not be changed, because of any one of the places that it reaches. */
function objection(sinks: readonly Sink[], arrivals: readonly Arrival[], reading: Reading): string | null {
  for (const arrival of arrivals) {
    const tampered = tamperedBy(arrival, reading);
    if (tampered !== null) return `it also sets ${tampered}`;
  }
  for (const { verdict } of sinks) if (verdict.kind === 'left') return verdict.why;
  // What was only computed from the value, `rows / batch_size`, does not say what it is.
  const exact = sinks.filter(({ arrival }) => arrival.exact);
  const kinds = new Set((exact.length > 0 ? exact : sinks).map(({ argument }) => argument.knob));
  return kinds.size > 1 ? `it is ${[...kinds].join(' and ')} at once` : null;
}

function hyperparameter(
  { node, literal }: Place,
  flow: Flow,
  { arrival, argument, verdict }: Sink,
  dimension: Dimension,
  reading: Reading,
): Hyperparameter {
  const { positions } = reading;
  const span = { start: node.start, end: node.end };
  const call = { start: arrival.call.start, end: arrival.call.end };
  const path = arrival.key !== null && argument.elements ? `.${arrival.key}` : '';
  const seen = arrival.exact && argument.attribute !== null;
  const partners = verdict.kind === 'tunable' ? (verdict.partners ?? []) : [];
  return {
    id: dimension.id,
    path: reading.path,
    name: argument.name,
    knob: argument.knob,
    form: flow.form,
    text: literal.text,
    value: literal.value,
    span,
    place: positions.rangeOf(span),
    dimension,
    writing: { kind: 'literal', partners },
    importance: knobs[argument.knob].importance,
    evidence: evidenceAt(arrival.node.start, reading),
    arrival: seen ? { call, place: positions.rangeOf(call), attribute: `${argument.attribute}${path}` } : null,
  };
}
