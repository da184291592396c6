import { argument, tunable, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

const hidden = { guard: 'hidden-layer' } as const;
const kernelSize = { guard: 'hidden-layer', attribute: 'kernel_size.0' } as const;
const activation = { guard: 'hidden-layer', attribute: 'activation.__name__' } as const;
const unseen = { attribute: null } as const;
const rate = { absent: '0.001' } as const;
const epochs = { attribute: 'params.epochs', guard: 'epochs' } as const;
const batch = { attribute: null, guard: 'batches' } as const;

export const keras: readonly TunableCall[] = [
  tunable(
    'keras',
    'Dense',
    argument('units@0=units', hidden),
    argument('activation@1=activation', activation),
    argument('output_dim=units', hidden),
  ),
  tunable(
    'keras',
    'Conv1D Conv2D Conv3D SeparableConv1D SeparableConv2D Convolution1D Conv2DTranspose',
    argument('filters@0=filters', hidden),
    argument('kernel_size@1=kernel-size', kernelSize),
    argument('activation=activation', activation),
  ),
  tunable(
    'keras',
    'Convolution2D',
    argument('filters@0=filters', hidden),
    argument('nb_filter=filters', hidden),
    argument('kernel_size@1=kernel-size', kernelSize),
    argument('activation=activation', activation),
  ),
  tunable('keras', 'Activation', argument('activation@0=activation', { ...activation, guard: 'hidden-activation' })),
  tunable('keras', 'LeakyReLU', argument('alpha@0=leak', unseen), argument('negative_slope@0=leak', unseen)),
  tunable(
    'keras',
    'DepthwiseConv2D',
    argument('kernel_size@0=kernel-size', kernelSize),
    argument('activation=activation', activation),
  ),
  tunable(
    'keras',
    'LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU ConvLSTM2D',
    argument('units@0=units', hidden),
    argument('output_dim=units', hidden),
    argument('dropout=dropout'),
    argument('recurrent_dropout=dropout'),
    // Keras 1
    argument('dropout_W=dropout', unseen),
    argument('dropout_U=dropout', unseen),
  ),
  tunable('keras', 'LSTMCell GRUCell SimpleRNNCell', argument('units@0=units', unseen), argument('dropout=dropout')),
  tunable('keras', 'GaussianNoise', argument('stddev@0=noise')),
  tunable('keras', 'MultiHeadAttention', argument('key_dim@1=units', unseen), argument('dropout=dropout', unseen)),
  tunable(
    'keras',
    'Embedding',
    argument('output_dim@1=units', { guard: 'learnt-embedding' }),
    argument('dropout=dropout', unseen),
  ),
  tunable(
    'keras',
    'Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D AlphaDropout GaussianDropout',
    argument('rate@0=dropout'),
    argument('p=dropout'),
  ),
  tunable(
    'keras',
    'Adam Nadam Adamax Adagrad Adadelta Ftrl AdamW Lion adam nadam adamax adagrad adadelta',
    argument('learning_rate@0=learning-rate', rate),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('beta_1@1=momentum'),
    argument('decay=rate-decay', unseen),
    argument('weight_decay=weight-decay'),
  ),
  tunable(
    'keras',
    'SGD sgd',
    argument('learning_rate@0=learning-rate', { absent: '0.01' }),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('momentum@1=momentum', { absent: '0.0' }),
    argument('decay=rate-decay', unseen),
    argument('weight_decay=weight-decay'),
  ),
  tunable(
    'keras',
    'RMSprop rmsprop',
    argument('learning_rate@0=learning-rate', rate),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('rho@1=momentum'),
    argument('decay=rate-decay', unseen),
    argument('momentum@2=momentum'),
    argument('weight_decay=weight-decay'),
  ),
  tunable(
    'tensorflow_addons',
    'AdamW SGDW LAMB RectifiedAdam LazyAdam NovoGrad Yogi COCOB ConditionalGradient',
    argument('learning_rate=learning-rate'),
    argument('lr=learning-rate', { attribute: 'learning_rate' }),
    argument('weight_decay=weight-decay', unseen),
  ),
  tunable(
    'keras',
    'ExponentialDecay InverseTimeDecay CosineDecay PolynomialDecay CosineDecayRestarts',
    argument('initial_learning_rate@0=learning-rate'),
    argument('decay_rate@2=decay-factor'),
    argument('decay_steps@1=decay-steps'),
  ),
  tunable('keras', 'ReduceLROnPlateau', argument('factor@1=decay-factor')),
  tunable('keras', 'l1 L1', argument('l1@0=weight-decay')),
  tunable('keras', 'l2 L2', argument('l2@0=weight-decay')),
  tunableMethod('keras', 'compile', argument('optimizer@0=optimiser', unseen)),
  tunable('keras', 'L1L2 l1_l2', argument('l1@0=weight-decay'), argument('l2@1=weight-decay')),
  tunableMethod(
    'keras',
    'fit',
    argument('batch_size@2=batch-size', batch),
    argument('epochs@3=epochs', { ...epochs, absent: '1' }),
    argument('nb_epoch=epochs', epochs),
  ),
  tunableMethod('keras', 'fit_generator', argument('epochs@2=epochs', epochs), argument('nb_epoch=epochs', epochs)),
  tunableMethod('keras', 'flow', argument('batch_size@2=batch-size', { attribute: null, guard: 'training-data' })),
  tunableMethod(
    'keras',
    'flow_from_directory flow_from_dataframe',
    argument('batch_size=batch-size', { attribute: null, guard: 'training-data' }),
  ),
  tunable(
    'keras',
    'image_dataset_from_directory text_dataset_from_directory TimeseriesGenerator timeseries_dataset_from_array',
    argument('batch_size=batch-size', { attribute: null, guard: 'training-data' }),
  ),
  ...['scikeras', 'keras'].map((library) =>
    tunable(
      library,
      'KerasClassifier KerasRegressor',
      argument('epochs=epochs', unseen),
      argument('nb_epoch=epochs', unseen),
      argument('batch_size=batch-size', unseen),
      argument('optimizer=optimiser', unseen),
    ),
  ),
];
