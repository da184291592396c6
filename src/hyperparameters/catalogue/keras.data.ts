import { argument, tunable, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

const hidden = { guard: 'hidden-layer' } as const;
const kernelSize = { guard: 'hidden-layer', attribute: 'kernel_size.0' } as const;
const activation = { guard: 'hidden-layer', attribute: 'activation.__name__' } as const;
const unseen = { attribute: null } as const;

export const keras: readonly TunableCall[] = [
  tunable('keras', 'Dense', argument('units@0=units', hidden), argument('activation@1=activation', activation)),
  tunable(
    'keras',
    'Conv1D Conv2D Conv3D SeparableConv1D SeparableConv2D Convolution1D Convolution2D',
    argument('filters@0=filters', hidden),
    argument('kernel_size@1=kernel-size', kernelSize),
    argument('activation=activation', activation),
  ),
  tunable(
    'keras',
    'DepthwiseConv2D',
    argument('kernel_size@0=kernel-size', kernelSize),
    argument('activation=activation', activation),
  ),
  tunable(
    'keras',
    'LSTM GRU SimpleRNN',
    argument('units@0=units', hidden),
    argument('dropout=dropout'),
    argument('recurrent_dropout=dropout'),
  ),
  tunable('keras', 'Embedding', argument('output_dim@1=units')),
  tunable('keras', 'Dropout SpatialDropout1D SpatialDropout2D AlphaDropout', argument('rate@0=dropout')),
  tunable(
    'keras',
    'Adam Nadam Adamax Adagrad Adadelta Ftrl AdamW Lion',
    argument('learning_rate@0=learning-rate'),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('weight_decay=weight-decay'),
  ),
  tunable(
    'keras',
    'SGD RMSprop',
    argument('learning_rate@0=learning-rate'),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('momentum=momentum'),
    argument('weight_decay=weight-decay'),
  ),
  tunable('keras', 'l1 L1', argument('l1@0=weight-decay')),
  tunable('keras', 'l2 L2', argument('l2@0=weight-decay')),
  tunableMethod('keras', 'compile', argument('optimizer@0=optimiser', unseen)),
  tunableMethod(
    'keras',
    'fit',
    argument('batch_size@2=batch-size', unseen),
    argument('epochs@3=epochs', unseen),
    argument('nb_epoch=epochs', unseen),
  ),
  tunableMethod('keras', 'fit_generator', argument('epochs@2=epochs', unseen)),
  tunable(
    'scikeras',
    'KerasClassifier KerasRegressor',
    argument('epochs=epochs'),
    argument('batch_size=batch-size'),
    argument('optimizer=optimiser'),
  ),
];
