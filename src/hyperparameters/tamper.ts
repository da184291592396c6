import { calledName } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import type { Arrival } from './finders/finder.ts';
import type { KnobName } from './knobs.ts';

/** What a search must never move, by the argument that the value is given to. */
const untouchable: readonly (readonly [string, RegExp])[] = [
  ['a random seed', /^(random_state|seed|seeds|np_seed|generator|rng)$/],
  ['the data split', /^(test_size|train_size|n_splits|n_repeats|cv|validation_split|stratify|subset)$/],
  ['the loss or the metric', /^(loss|metrics|scoring|objective|eval_metric|average|pos_label|threshold)$/],
  ['the number of classes', /^(num_classes|n_classes|num_class|classes|num_labels|n_labels)$/],
  ['the shape of the input', /^(input_shape|input_dim|shape|batch_input_shape|batch_shape|target_size|input_length)$/],
  ['the data itself', /^(maxlen|num_words|vocab_size|n_samples|n_features|n_informative|noise)$/],
];

/** And by what is called, whichever argument. */
const untouchableCalls: readonly (readonly [string, RegExp])[] = [
  [
    'a random seed',
    /^(seed|manual_seed|manual_seed_all|set_seed|set_random_seed|seed_everything|RandomState|default_rng|PRNGKey)$/,
  ],
  ['the data split', /^(train_test_split|random_split|.*KFold|.*ShuffleSplit|TimeSeriesSplit)$/],
  ['the number of classes', /^(to_categorical|one_hot)$/],
  [
    'the shape of the input',
    /^(Input|InputLayer|Reshape|reshape|placeholder|resize|Resize|CenterCrop|RandomCrop|RandomResizedCrop)$/,
  ],
  ['a path', /^(open|join|Path|glob|read_csv|load_model|load_weights|savetxt)$/],
  ['the data itself', /^(linspace|arange|make_\w+|load_data|load_\w+|pad_sequences)$/],
];

/** What on the tamper list a value reaches, in words; `null` for a harmless place. */
export function tamperedBy({ call, keyword }: Arrival, reading: Reading): string | null {
  const name = calledName(call, reading);
  const byArgument = untouchable.find(([, pattern]) => keyword !== null && pattern.test(keyword));
  const byCall = untouchableCalls.find(([, pattern]) => pattern.test(name));
  return byArgument?.[0] ?? byCall?.[0] ?? null;
}

/** What goes along with a value wherever it is used: the axis of a plot with the epochs, a reshaped batch with its size. */
const followers: Readonly<Partial<Record<KnobName, RegExp>>> = {
  epochs: /^(linspace|arange)$/,
  'step-limit': /^(linspace|arange)$/,
  'batch-size': /^(reshape|randint|choice|rand|randn|normal|uniform|ones|zeros)$/,
};

export function follows(knob: KnobName, { call }: Arrival, reading: Reading): boolean {
  return followers[knob]?.test(calledName(call, reading)) === true;
}
