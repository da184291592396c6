import { calledName, callsIn, slotOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Module } from '../../python/links.ts';
import type { Reading } from '../../python/reading.ts';
import { fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Arrival } from '../finders/finder.ts';
import { argument } from './entry.ts';
import { handedClasses } from './handed-class.ts';
import type { TunableArgument, TunableCall } from './entry.ts';
import { catboost } from './catboost.data.ts';
import { jax } from './jax.data.ts';
import { keras } from './keras.data.ts';
import { lightgbm } from './lightgbm.data.ts';
import { lightning } from './lightning.data.ts';
import { pytorch } from './pytorch.data.ts';
import { scikitLearn } from './scikit-learn.data.ts';
import { statsmodels } from './statsmodels.data.ts';
import { tensorflow } from './tensorflow.data.ts';
import { transformers } from './transformers.data.ts';
import { xgboost } from './xgboost.data.ts';

/** Everything we know to tune. A new library is one file and one word here. */
const catalogue: readonly TunableCall[] = [
  ...keras,
  ...tensorflow,
  ...pytorch,
  ...lightning,
  ...transformers,
  ...jax,
  ...scikitLearn,
  ...xgboost,
  ...lightgbm,
  ...catboost,
  ...statsmodels,
];

const byName = new Map<string, TunableCall[]>();
for (const entry of catalogue) for (const name of entry.names) byName.set(name, [...(byName.get(name) ?? []), entry]);

/** The hyper-parameters that a value may be where it arrives, told apart by their guards; none for any other argument. */
export function argumentsAt(arrival: Arrival, reading: Module): readonly TunableArgument[] {
  const step = stepArgument(arrival, reading) ?? statementArgument(arrival);
  if (step !== null) return [step];
  const entry = entryOf(arrival.call, reading);
  return entry?.arguments.filter((candidate) => fits(candidate, arrival)) ?? [];
}

/** What is no call: the factor of a step along a gradient, the limit of a loop that trains. */
function statementArgument({ call, keyword }: Arrival): TunableArgument | null {
  if (call.type === 'call') return null;
  return statements.find(({ name }) => name === keyword) ?? null;
}

const statements: readonly TunableArgument[] = [
  argument('rate=learning-rate', { attribute: null }),
  argument('discount=discount', { attribute: null }),
  argument('steps=step-limit', { attribute: null, guard: 'training-while' }),
  argument('batch=batch-size', { attribute: null, guard: 'training-slice' }),
];

/** What is known of a callee; `undefined` for anything that the catalogue does not name. */
export function entryOf(call: SyntaxNode, reading: Module): TunableCall | undefined {
  const callee = fieldOf(call, 'function');
  const canonical =
    callee === null ? null : (reading.names.canonical(callee) ?? handedClasses(callee, reading)[0] ?? null);
  const name = canonical?.split('.').at(-1) ?? calledName(call, reading);
  const possible = (byName.get(name) ?? []).filter(({ method }) => method === (canonical === null));
  if (canonical !== null) return possible.find(({ library }) => library === libraryOf(canonical));
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  if (object === null || possible.length === 0) return undefined;
  const maker = reading.names.madeBy(object)?.split('.')[0] ?? '';
  // An object whose origin cannot be told (a parameter, what the author's own module or class makes) may be
  // of any library that the program uses; the argument's name decides.
  return possible.find(({ library }) => (libraries.has(maker) ? maker === library : uses(reading, library)));
}

/** Libraries with the estimators of another. */
const sameAs: Readonly<Record<string, string>> = {
  cuml: 'sklearn',
  dask_ml: 'sklearn',
  sklearnex: 'sklearn',
  imblearn: 'sklearn',
  poptorch: 'torch',
};

function libraryOf(canonical: string): string {
  const [first = ''] = canonical.split('.');
  return sameAs[first] ?? first;
}

const libraries = new Set(catalogue.map(({ library }) => library));

function uses({ modules }: Module, library: string): boolean {
  return modules
    .flatMap(({ names }) => names.imports)
    .some(
      ({ module, name }) =>
        module.split('.')[0] === library ||
        (library === 'keras' && (/^(tf_keras|tensorflow)\b/.test(module) || name === 'keras')),
    );
}

function fits({ name, position, within, elements }: TunableArgument, arrival: Arrival): boolean {
  const { keyword, keys } = arrival;
  const [key] = keys;
  const at = (wanted: string, index: number | null): boolean =>
    keyword === null ? index !== null && arrival.position === index : keyword === wanted;
  if (within !== null) return keys.length === 1 && key === name && at(within.name, within.position);
  // `[32] * layers` is no size.
  if (elements && key === undefined && !arrival.exact) return false;
  return (key === undefined || (elements && keys.length === 1 && /^\d+$/.test(key))) && at(name, position);
}

/** `pipeline.set_params(clf__C=1.0)`: the argument of the step's own estimator, shown by the pipeline. */
function stepArgument({ call, keyword }: Arrival, reading: Module): TunableArgument | null {
  const [step, name, ...deeper] = keyword?.split('__') ?? [];
  if (keyword === null || step === undefined || name === undefined || deeper.length > 0) return null;
  if (calledName(call, reading) !== 'set_params') return null;
  const estimator = callsIn(reading.root).find((made) => stepName(made, reading) === step);
  const found = estimator === undefined ? undefined : entryOf(estimator, reading);
  const argument = found?.arguments.find((candidate) => candidate.name === name && candidate.within === null);
  return argument === undefined ? null : { ...argument, name: keyword, attribute: keyword };
}

/** `('clf', SVC())` in a pipeline, or the class in small letters in `make_pipeline`. */
function stepName(made: SyntaxNode, reading: Reading): string | null {
  const { parent } = made;
  const label = parent?.type === 'tuple' && namedChildren(parent)[1] === made ? namedChildren(parent)[0] : undefined;
  if (label !== undefined) return String(readLiteral(reading.textOf(label))?.value ?? '');
  const slot = slotOf(made, reading);
  return slot !== null && calledName(slot.call, reading) === 'make_pipeline'
    ? calledName(made, reading).toLowerCase()
    : null;
}
