import { goneKeras, keyword, method, name, nameOfKeras } from './entry.ts';
import type { RemovedApi } from './entry.ts';

const tensorflow1 = { tensorflow: '<2' };
const compat = 'import tensorflow.compat.v1 as tf and call tf.disable_v2_behavior(), or write it with Keras';
const model = /^keras\.(models\.|engine\.|Sequential$|Model$|applications\.)/;

export const kerasAndTensorFlow: readonly RemovedApi[] = [
  {
    sign: name(/^tensorflow\.contrib\b/),
    runsWith: tensorflow1,
    since: 'TensorFlow 2',
    instead: 'what it held is in tf.keras, tf.data or nowhere',
  },
  {
    sign: name(/^tensorflow\.examples\b/),
    runsWith: tensorflow1,
    since: 'TensorFlow 2',
    instead: 'load the data with keras.datasets, as in keras.datasets.mnist.load_data()',
  },
  {
    sign: name(
      /^tensorflow\.(placeholder|set_random_seed|get_default_graph|log|to_float|to_int32|logging|gfile|matrix_inverse|summary\.FileWriter|nn\.softmax_cross_entropy_with_logits_v2|losses\.softmax_cross_entropy|Session|InteractiveSession|global_variables_initializer|initialize_all_variables|get_variable|variable_scope|random_normal|truncated_normal|reset_default_graph|ConfigProto|app|flags|layers\.(dense|conv2d|flatten|max_pooling2d|dropout)|train\.\w*Optimizer)\b/,
    ),
    runsWith: tensorflow1,
    since: 'TensorFlow 2',
    instead: compat,
  },
  {
    // A copy that nobody cared for any more: its `fit` asks for what TensorFlow no longer has.
    sign: name(/^tensorflow\.python\.keras\b/),
    runsWith: { tensorflow: '<2.13' },
    since: 'TensorFlow 2.13',
    instead: 'import it from tensorflow.keras',
  },
  {
    sign: name(/^tensorflow\.estimator\b/),
    runsWith: { tensorflow: '<2.16' },
    since: 'TensorFlow 2.16',
    instead: 'write it with Keras',
  },
  goneKeras(
    '3',
    nameOfKeras(
      /^keras\.preprocessing\.(text\b|image\.(ImageDataGenerator|NumpyArrayIterator|DirectoryIterator)$|sequence\.TimeseriesGenerator$)/,
    ),
    'import it from tensorflow.keras',
  ),
  goneKeras(
    '3',
    nameOfKeras(
      /^keras\.backend\.(?!(clear_session|(set_)?image_data_format|(set_)?floatx|(set_)?epsilon|get_uid|is_keras_tensor|is_float_dtype|result_type|backend|common_variables|standardize_dtype)\b)\w+/,
    ),
    'use keras.ops, or tensorflow.keras.backend',
  ),
  goneKeras(
    '3',
    name(/^keras\.layers\.(experimental\.|LocallyConnected\dD$|ThresholdedReLU$)/),
    'use the layers of keras.layers',
  ),
  goneKeras('2.13', name(/^keras\.engine\b/), 'import it from keras.layers or keras.models'),
  goneKeras(
    '2.13',
    name(/^keras\.utils\.(np_utils|vis_utils|generic_utils|data_utils|layer_utils|conv_utils)\b/),
    'import to_categorical, plot_model and the like from keras.utils itself',
  ),
  goneKeras(
    '2.4',
    name(/^keras\.utils\.(visualize_util|training_utils|multi_gpu_model)\b/),
    'import plot_model and the like from keras.utils itself',
  ),
  goneKeras(
    '2.13',
    name(/^keras\.layers\.(convolutional|core|pooling|noise)\b/),
    'import the layers from keras.layers itself',
  ),
  goneKeras(
    '2.6',
    name(/^keras\.layers\.(normalization|recurrent|embeddings|advanced_activations|wrappers|local|merge)\b/),
    'import the layers from keras.layers itself',
  ),
  goneKeras('2.13', name(/^keras\.layers\.CuDNN\w+$/), 'use LSTM and GRU, which are as fast'),
  goneKeras(
    '2.4',
    name(
      /^keras\.(objectives\b|layers\.(Merge|Highway|MaxoutDense)$|initializations\b|optimizers\.(adam|sgd|rmsprop)$)/,
    ),
    'use keras.losses, keras.layers.concatenate, keras.optimizers.Adam and the like',
  ),
  goneKeras('2.13', name(/^keras\.wrappers\.scikit_learn\b/), 'use the package scikeras'),
  // From 2.11 on it is taken and has no effect, which is worse than an error.
  goneKeras('2.11', keyword(/^keras\.optimizers\.(?!legacy)\w+$/, 'lr'), 'write learning_rate='),
  {
    ...goneKeras(
      '2.11',
      keyword(/^keras\.optimizers\.(?!legacy|schedules)\w+$/, 'decay', /[1-9]/),
      'give learning_rate= a schedule, as keras.optimizers.schedules.InverseTimeDecay',
    ),
    quiet: true,
  },
  goneKeras('3', name(/^keras\.optimizers\.legacy\b/), 'use the optimizers of keras.optimizers'),
  goneKeras(
    '2.11',
    name(/^keras\.optimizers\.(adam|gradient_descent|rmsprop|adagrad|adadelta|adamax|nadam|ftrl)_v[12]\b/),
    'import the optimizers from keras.optimizers itself',
  ),
  goneKeras('3', keyword(/^keras\.callbacks\.ModelCheckpoint$/, 'period'), 'write save_freq='),
  ...['filepath', '0'].map((word) =>
    goneKeras(
      '3',
      keyword(/^keras\.callbacks\.ModelCheckpoint$/, word, /\.(hdf5|ckpt)['"]$/),
      'give it a name that ends in .keras',
    ),
  ),
  ...['workers', 'use_multiprocessing', 'max_queue_size'].map((word) =>
    goneKeras('3', method(model, /^(fit|evaluate|predict)$/, word), 'leave it out, or give it to a PyDataset'),
  ),
  goneKeras('3', name(/^keras\.(experimental|mixed_precision\.experimental)\b/), 'use what keras itself has'),
  goneKeras('2.4', keyword(/^keras\.(models\.)?Model$/, 'input', undefined, 'output'), 'write inputs= and outputs='),
  ...['W_regularizer', 'W_constraint', 'dim_ordering', 'subsample', 'dropout_W', 'inner_activation'].map((word) =>
    goneKeras('2.4', keyword(/^keras\.layers\.\w+$/, word), 'write it as Keras 3 spells it'),
  ),
  goneKeras('2.4', keyword(/^keras\.layers\.Dense$/, 'init'), 'write kernel_initializer='),
  goneKeras('2.4', keyword(/^keras\.layers\.\w*Dropout\w*$/, 'p'), 'write rate='),
  goneKeras('3', name(/^keras\.constraints\.maxnorm$/), 'use keras.constraints.MaxNorm'),
  goneKeras('3', keyword(/^keras\.layers\.\w+$/, 'batch_input_shape'), 'write batch_shape= of an Input layer'),
  goneKeras('2.4', keyword(/^keras\.layers\.\w+$/, 'border_mode'), 'write padding='),
  goneKeras('2.4', keyword(/^keras\.layers\.\w+$/, 'nb_filter'), 'write filters='),
  goneKeras('2.4', method(model, /^fit(_generator)?$/, 'nb_epoch'), 'write epochs='),
  goneKeras(
    '3',
    method(model, /^(fit|evaluate|predict)_generator$/),
    'call fit, evaluate or predict, which take generators',
  ),
  goneKeras('2.6', method(model, /^predict_(classes|proba)$/), 'take the argmax of predict'),
];
