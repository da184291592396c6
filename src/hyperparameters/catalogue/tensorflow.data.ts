import { argument, tunable, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

const unseen = { attribute: null } as const;
const shape = { attribute: null, elements: true, guard: 'shared-shape' } as const;

/** TensorFlow beside Keras: version 1 graphs, estimators, and data sets. */
export const tensorflow: readonly TunableCall[] = [
  tunable(
    'tensorflow',
    'GradientDescentOptimizer AdamOptimizer AdagradOptimizer AdadeltaOptimizer FtrlOptimizer ProximalAdagradOptimizer',
    argument('learning_rate@0=learning-rate', unseen),
  ),
  tunable(
    'tensorflow',
    'RMSPropOptimizer',
    argument('learning_rate@0=learning-rate', unseen),
    argument('momentum@2=momentum', unseen),
  ),
  tunable(
    'tensorflow',
    'MomentumOptimizer',
    argument('learning_rate@0=learning-rate', unseen),
    argument('momentum@1=momentum', unseen),
  ),
  tunable('tensorflow', 'random_normal truncated_normal random_uniform normal', argument('shape@0=units', shape)),
  tunable('tensorflow', 'get_variable', argument('shape@1=units', shape)),
  tunable('tensorflow', 'zeros', argument('shape@0=units', shape)),
  tunable('tensorflow', 'dense', argument('units@1=units', { ...unseen, guard: 'hidden-layer' })),
  tunable(
    'tensorflow',
    'conv2d',
    argument('filters@1=filters', { ...unseen, guard: 'hidden-layer' }),
    argument('kernel_size@2=kernel-size', unseen),
  ),
  ...['tensorflow', 'tf_slim'].map((library) =>
    tunable(library, 'fully_connected', argument('num_outputs@1=units', { ...unseen, guard: 'hidden-layer' })),
  ),
  tunable(
    'tensorflow',
    'exponential_decay',
    argument('learning_rate@0=learning-rate', unseen),
    argument('decay_steps@2=decay-steps', unseen),
    argument('decay_rate@3=decay-factor', unseen),
  ),
  tunable('tensorflow', 'dropout', argument('rate=dropout', unseen), argument('keep_prob@1=keep-probability', unseen)),
  tunable('tensorflow', 'BasicLSTMCell LSTMCell GRUCell BasicRNNCell', argument('num_units@0=units', unseen)),
  tunable(
    'tensorflow',
    'DNNClassifier DNNRegressor DNNLinearCombinedClassifier',
    argument('hidden_units=units', { elements: true, ...unseen }),
    argument('dropout=dropout', unseen),
  ),
  tunable(
    'tensorflow',
    'BoostedTreesClassifier BoostedTreesRegressor',
    argument('n_trees=rounds', unseen),
    argument('max_depth=depth', unseen),
    argument('learning_rate=learning-rate', unseen),
  ),
  tunable(
    'tensorflow',
    'pandas_input_fn numpy_input_fn',
    argument('batch_size=batch-size', { ...unseen, guard: 'training-input' }),
    argument('num_epochs=epochs', { ...unseen, guard: 'training-input' }),
  ),
  tunable('tensorflow', 'make_csv_dataset', argument('batch_size@1=batch-size', unseen)),
  tunableMethod('tensorflow', 'train', argument('steps=step-limit', unseen), argument('max_steps=step-limit', unseen)),
  tunable('tensorflow', 'TrainSpec', argument('max_steps@1=step-limit', unseen)),
  tunableMethod('tensorflow', 'next_batch', argument('batch_size@0=batch-size', { ...unseen, guard: 'batches' })),
  tunableMethod('tensorflow', 'batch', argument('batch_size@0=batch-size', { ...unseen, guard: 'training-data' })),
  tunable(
    'tflearn',
    'conv_1d conv_2d conv_3d',
    argument('nb_filter@1=filters', { ...unseen, guard: 'hidden-layer' }),
    argument('filter_size@2=kernel-size', unseen),
  ),
  tunable('tflearn', 'fully_connected', argument('n_units@1=units', { ...unseen, guard: 'hidden-layer' })),
  tunable('tflearn', 'lstm gru simple_rnn', argument('n_units@1=units', unseen)),
  tunable('tflearn', 'dropout', argument('keep_prob@1=keep-probability', unseen)),
  tunable('tflearn', 'regression', argument('learning_rate=learning-rate', unseen)),
  tunableMethod('tflearn', 'fit', argument('n_epoch@2=epochs', unseen), argument('batch_size=batch-size', unseen)),
];
