import { functionCalled } from '../python/calls-everywhere.ts';
import { calledName, parameterFor, parameterTarget } from '../python/calls.ts';
import type { Literal } from '../python/literals.ts';
import type { Range, Span } from '../python/source.ts';
import type { Dimension } from '../search/space.ts';
import { argumentsAt } from './catalogue/catalogue.ts';
import type { TunableArgument } from './catalogue/entry.ts';
import { neverRuns } from './dead-code.ts';
import type { Flow, Reached, Through } from './flow.ts';
import { tunable } from './guards/guard.ts';
import type { Verdict } from './guards/guard.ts';
import { guards } from './guards/guards.ts';
import type { Form, Hyperparameter } from './hyperparameter.ts';
import { identityOf } from './identity.ts';
import { dimensionOf, evidenceAt, found, leftAlone } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { knobs } from './knobs.ts';
import { searchedByScript } from './own-search.ts';
import { follows, tamperedBy } from './tamper.ts';

/** A value in a file of the author's, and where it goes. */
export interface Written {
  readonly path: string;
  readonly span: Span;
  readonly place: Range;
  readonly literal: Literal;
  readonly form: Form;
  readonly flow: Flow;
  /** Another value is given on the command line. */
  readonly overridden: boolean;
}

interface Sink {
  readonly arrival: Reached;
  readonly argument: TunableArgument;
  readonly verdict: Verdict;
}

/** Whether a value is a hyper-parameter, or looks like one and is left alone for a reason. */
export function judged(written: Written): readonly Judgement[] {
  const { flow, literal } = written;
  const live = flow.arrivals.filter(({ call, module }) => !neverRuns(call, module));
  const sinks = live.flatMap((arrival): Sink[] => {
    const beside = live.filter(({ module }) => module === arrival.module);
    for (const argument of argumentsAt(arrival, arrival.module)) {
      const verdict = argument.guard === null ? tunable : guards[argument.guard](arrival, beside, arrival.module);
      if (verdict.kind !== 'elsewhere') return [{ arrival, argument, verdict }];
    }
    return [];
  });
  const sink = sinks.find(({ arrival }) => arrival.exact) ?? sinks[0];
  if (sink === undefined) return [];
  const axis = knobs[sink.argument.knob].range(literal);
  const id = identify(sink, flow);
  const why = objection(sinks, written);
  if (why !== null) return [leftAlone(id, why)];
  const { call, module } = sink.arrival;
  // A search hands its values to a constructor or a function; a dictionary of parameters stands for itself.
  const overruled = sink.argument.within === null && calledName(call, module) !== 'set_params';
  if (overruled && searchedByScript(sink.argument.name, call, module))
    return [leftAlone(id, 'the script searches for it or sets it itself')];
  if (written.overridden) return [leftAlone(id, 'the command line gives another value')];
  const limits = sink.verdict.kind === 'tunable' ? sink.verdict : {};
  const dimension = axis === null ? null : dimensionOf(id, axis, literal, limits);
  return dimension === null ? [] : [found(hyperparameter(written, sink, dimension), otherwise(sink, flow))];
}

function identify({ arrival, argument }: Sink, { through }: Flow): string {
  const [key] = arrival.keys;
  const element = key !== undefined && argument.elements ? `[${key}]` : '';
  if (through === null) return identityOf(arrival.call, argument.name + element, arrival.module);
  return identityAt(through, argument, element);
}

/** Two constants that go into one function by two calls are told apart by these. */
function otherwise({ arrival: { entered, keys }, argument }: Sink, { through }: Flow): string | null {
  return through !== null || entered === null || keys.length > 0 ? null : identityAt(entered, argument, '');
}

function identityAt(through: Through, argument: TunableArgument, element: string): string {
  const called = functionCalled(through.call, through.module);
  const parameter = called === null ? null : parameterFor(through, called.node, called.module);
  const target = parameter === null ? null : parameterTarget(parameter);
  const own = through.keyword ?? (target === null || called === null ? argument.name : called.module.textOf(target));
  return identityOf(through.call, own + element, through.module);
}

/** Why a value may not be changed, because of any one of the places that it reaches. */
function objection(sinks: readonly Sink[], { flow, path }: Written): string | null {
  // `torch.arange(0, rows, 32)` cuts batches where a guard has seen the loop over it.
  const seen = sinks.filter(({ verdict, argument }) => verdict.kind === 'tunable' && argument.guard !== null);
  const kinds = sinks.map(({ argument }) => argument.knob);
  for (const arrival of flow.arrivals) {
    if (seen.some((sink) => sink.arrival === arrival) || kinds.some((kind) => follows(kind, arrival, arrival.module)))
      continue;
    const tampered = tamperedBy(arrival, arrival.module);
    if (tampered !== null) return `it also sets ${tampered}`;
  }
  for (const { verdict } of sinks) if (verdict.kind === 'left') return verdict.why;
  const repeated = sinks.some(
    ({ arrival, verdict }) =>
      arrival.module.path !== path && verdict.kind === 'tunable' && (verdict.partners ?? []).length > 0,
  );
  if (repeated) return 'another file holds a number that would have to follow it';
  // What was only computed from the value, `rows / batch_size`, does not say what it is.
  const exact = sinks.filter(({ arrival }) => arrival.exact);
  const meant = new Set((exact.length > 0 ? exact : sinks).map(({ argument }) => argument.knob));
  return meant.size > 1 ? `it is ${[...meant].join(' and ')} at once` : null;
}

function hyperparameter(written: Written, { arrival, argument, verdict }: Sink, dimension: Dimension): Hyperparameter {
  const { path, span, place, literal, form } = written;
  const partners = verdict.kind === 'tunable' ? (verdict.partners ?? []) : [];
  return {
    id: dimension.id,
    path,
    name: argument.name,
    knob: argument.knob,
    form,
    text: literal.text,
    value: literal.value,
    span,
    place,
    dimension,
    writing: { kind: 'literal', partners },
    importance: knobs[argument.knob].importance,
    evidence: evidenceAt(arrival.node.start, arrival.module),
    ...witnesses(written, arrival, argument),
  };
}

/** Where the running program shows the value: the object that it makes, or an expression as it runs. */
function witnesses(
  { path }: Written,
  arrival: Reached,
  argument: TunableArgument,
): Pick<Hyperparameter, 'taken' | 'arrival'> {
  const { module, node, keys } = arrival.unchanged;
  const rangeOf = ({ start, end }: Span, where: typeof module): { span: Span; place: Range } => ({
    span: { start, end },
    place: where.positions.rangeOf({ start, end }),
  });
  const taken = module.path === path ? null : { path: module.path, ...rangeOf(node, module) };
  const [key] = arrival.keys;
  const index = key !== undefined && argument.elements ? `.${key}` : '';
  const call = rangeOf(arrival.call, arrival.module);
  if (arrival.exact && argument.attribute !== null && arrival.module === module)
    return { taken, arrival: { call: call.span, place: call.place, attribute: `${argument.attribute}${index}` } };
  // The value of a configuration file that goes on inside a dictionary is seen in the dictionary.
  const whole = taken === null || keys.length === 0 ? null : rangeOf(node, module);
  return {
    taken,
    arrival: whole === null ? null : { call: whole.span, place: whole.place, attribute: keys.join('.') },
  };
}
