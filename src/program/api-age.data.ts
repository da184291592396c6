/** A way of writing that the current versions of a library no longer take. */
export interface RemovedApi {
  readonly sign: Sign;
  /** Distributions and the versions that still have it: the last of them is what an old script runs with. */
  readonly runsWith: Readonly<Record<string, string>>;
  /** The version that no longer has it, for people. */
  readonly since: string;
  /** What to write today. */
  readonly instead: string;
}

/** How it is recognised in running code; addresses are canonical (`python/names.ts`). */
export type Sign =
  /**
   * An import, a call or an attribute: `sklearn.datasets.load_boston`, `numpy.float`. `keras`: only where Keras
   * itself is imported, since tf.keras still has it.
   */
  | { readonly kind: 'name'; readonly name: RegExp; readonly keras?: true }
  /** An argument of a call: `normalize=` of `Ridge`; `value` where only some of its texts are gone. */
  | { readonly kind: 'keyword'; readonly of: RegExp; readonly keyword: string; readonly value?: RegExp }
  /** A method of what a constructor made: `fit_generator` of a Keras model; `keyword`: only with it. */
  | { readonly kind: 'method'; readonly of: RegExp; readonly method: RegExp; readonly keyword?: string };

const name = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern });
const nameOfKeras = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern, keras: true });
const keyword = (of: RegExp, word: string, value?: RegExp): Sign => ({
  kind: 'keyword',
  of,
  keyword: word,
  ...(value === undefined ? {} : { value }),
});
const method = (of: RegExp, pattern: RegExp, word?: string): Sign => ({
  kind: 'method',
  of,
  method: pattern,
  ...(word === undefined ? {} : { keyword: word }),
});

function gone(library: string, since: string, sign: Sign, instead: string): RemovedApi {
  const title = titles[library] ?? library;
  return { sign, runsWith: { [library]: `<${since}` }, since: `${title} ${since}`, instead };
}

const titles: Readonly<Record<string, string>> = {
  numpy: 'NumPy',
  xgboost: 'XGBoost',
  lightgbm: 'LightGBM',
  'pytorch-lightning': 'PyTorch Lightning',
  matplotlib: 'Matplotlib',
};

/** Keras belongs to a TensorFlow of the same number up to 2.15; a script may import either. */
function goneKeras(below: string, sign: Sign, instead: string): RemovedApi {
  const tensorflow = below === '3' ? '<2.16' : `<${below}`;
  return { sign, runsWith: { keras: `<${below}`, tensorflow }, since: `Keras ${below}`, instead };
}

const tensorflow1 = { tensorflow: '<2' };
const compat = 'import tensorflow.compat.v1 as tf and call tf.disable_v2_behavior(), or write it with Keras';
const model = /^keras\.(models\.|engine\.|Sequential$|Model$|applications\.)/;
const trees = /^sklearn\.(tree|ensemble)\.\w*(Tree|Forest)\w*$/;
const boosted = /^sklearn\.ensemble\.GradientBoosting\w+$/;
const xgbModel = /^xgboost\.(sklearn\.)?XGB\w+$/;
const lgbmModel = /^lightgbm\.(sklearn\.)?LGBM\w+$/;

/**
 * Names met in scripts of earlier years, each checked against the libraries' change logs or sources. Without
 * the version that has it, each ends a run at once.
 */
export const removedApis: readonly RemovedApi[] = [
  // TensorFlow 1 and Keras 2
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
      /^tensorflow\.(placeholder|Session|InteractiveSession|global_variables_initializer|initialize_all_variables|get_variable|variable_scope|random_normal|truncated_normal|reset_default_graph|ConfigProto|app|flags|layers\.(dense|conv2d|flatten|max_pooling2d|dropout)|train\.\w*Optimizer)\b/,
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
  goneKeras('3', keyword(/^keras\.callbacks\.ModelCheckpoint$/, 'period'), 'write save_freq='),
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
  // scikit-learn
  gone(
    'scikit-learn',
    '0.20',
    name(/^sklearn\.(cross_validation|grid_search|learning_curve)\b/),
    'use sklearn.model_selection',
  ),
  gone('scikit-learn', '0.19', name(/^sklearn\.(lda|qda)\b/), 'use sklearn.discriminant_analysis'),
  gone('scikit-learn', '0.20', name(/^sklearn\.mixture\.(GMM|DPGMM|VBGMM)$/), 'use sklearn.mixture.GaussianMixture'),
  gone('scikit-learn', '0.20', name(/^sklearn\.decomposition\.RandomizedPCA$/), "use PCA(svd_solver='randomized')"),
  gone('scikit-learn', '0.22', name(/^sklearn\.preprocessing\.Imputer$/), 'use sklearn.impute.SimpleImputer'),
  gone('scikit-learn', '0.22', name(/^sklearn\.datasets\.fetch_mldata$/), 'use sklearn.datasets.fetch_openml'),
  gone('scikit-learn', '0.23', name(/^sklearn\.externals\b/), 'import joblib itself'),
  gone(
    'scikit-learn',
    '1.2',
    name(/^sklearn\.datasets\.load_boston$/),
    'use another data set, as fetch_california_housing',
  ),
  gone(
    'scikit-learn',
    '1.2',
    name(/^sklearn\.metrics\.plot_(confusion_matrix|roc_curve|precision_recall_curve)$/),
    'use ConfusionMatrixDisplay.from_estimator and its like',
  ),
  gone(
    'scikit-learn',
    '1.2',
    keyword(/^sklearn\.linear_model\.\w+$/, 'normalize'),
    'put a StandardScaler before it, in a pipeline',
  ),
  gone(
    'scikit-learn',
    '1.2',
    keyword(/^sklearn\.(tree|ensemble)\.\w+Regressor$/, 'criterion', /^['"]ms?ae?e?['"]$/),
    "write 'squared_error' or 'absolute_error'",
  ),
  gone(
    'scikit-learn',
    '1.2',
    method(/^sklearn\.(feature_extraction|preprocessing|decomposition)\./, /^get_feature_names$/),
    'call get_feature_names_out',
  ),
  gone('scikit-learn', '1.3', keyword(trees, 'max_features', /^['"]auto['"]$/), "write 'sqrt', or 1.0 for a regressor"),
  gone(
    'scikit-learn',
    '1.3',
    keyword(boosted, 'loss', /^['"](deviance|ls|lad)['"]$/),
    "write 'log_loss' or 'squared_error'",
  ),
  gone('scikit-learn', '1.3', keyword(/^sklearn\.linear_model\.SGD\w+$/, 'loss', /^['"]log['"]$/), "write 'log_loss'"),
  gone(
    'scikit-learn',
    '1.4',
    keyword(/^sklearn\.ensemble\.(AdaBoost|Bagging)\w+$/, 'base_estimator'),
    'write estimator=',
  ),
  gone('scikit-learn', '1.4', keyword(/^sklearn\.preprocessing\.OneHotEncoder$/, 'sparse'), 'write sparse_output='),
  gone(
    'scikit-learn',
    '1.4',
    keyword(
      /^sklearn\.cluster\.(Agglomerative|FeatureAgg)\w+$/,
      'affinity',
      /^['"](euclidean|manhattan|cosine|l1|l2)['"]$/,
    ),
    'write metric=',
  ),
  gone(
    'scikit-learn',
    '1.4',
    keyword(/^sklearn\.linear_model\.Logistic\w+$/, 'penalty', /^['"]none['"]$/),
    'write penalty=None',
  ),
  gone(
    'scikit-learn',
    '1.6',
    keyword(/^sklearn\.metrics\.mean_squared_error$/, 'squared'),
    'call root_mean_squared_error',
  ),
  gone(
    'scikit-learn',
    '1.6',
    keyword(/^sklearn\.ensemble\.AdaBoostClassifier$/, 'algorithm', /^['"]SAMME\.R['"]$/),
    'leave algorithm= out',
  ),
  gone('scikit-learn', '1.7', keyword(/^sklearn\.manifold\.TSNE$/, 'n_iter'), 'write max_iter='),
  gone(
    'scikit-learn',
    '1.8',
    keyword(/^sklearn\.linear_model\.LogisticRegression(CV)?$/, 'multi_class'),
    'leave it out',
  ),
  gone('scikit-learn', '1.0', keyword(/^sklearn\.cluster\.KMeans$/, 'n_jobs'), 'leave it out'),
  gone('scikit-learn', '1.0', keyword(/^sklearn\.cluster\.KMeans$/, 'precompute_distances'), 'leave it out'),
  gone(
    'scikit-learn',
    '1.3',
    keyword(/^sklearn\.cluster\.KMeans$/, 'algorithm', /^['"](auto|full)['"]$/),
    "write 'lloyd'",
  ),
  gone('scikit-learn', '1.0', keyword(trees, 'min_impurity_split'), 'write min_impurity_decrease='),
  gone(
    'scikit-learn',
    '0.24',
    keyword(/^sklearn\.(ensemble\.IsolationForest|tree\.\w+|ensemble\.Gradient\w+)$/, 'presort'),
    'leave it out',
  ),
  // NumPy, pandas, Matplotlib
  gone(
    'numpy',
    '1.24',
    name(/^numpy\.(float|int|object|complex|str|unicode)$/),
    "write Python's own float, int or bool",
  ),
  gone(
    'numpy',
    '2',
    name(
      /^numpy\.(float_|complex_|Inf|Infinity|NaN|NAN|PINF|NINF|infty|product|cumproduct|alltrue|sometrue|string_|unicode_|asfarray|cast|find_common_type|round_|safe_eval|msort)$/,
    ),
    'write it as NumPy 2 spells it, np.inf or np.nan for example',
  ),
  gone('numpy', '2.4', name(/^numpy\.(in1d|trapz)$/), 'call np.isin or np.trapezoid'),
  gone('pandas', '1', method(/^pandas\./, /^(as_matrix|get_value|set_value)$/), 'call to_numpy, or use at[]'),
  gone('pandas', '2', method(/^pandas\./, /^(append|iteritems|mad|lookup)$/), 'call pd.concat, items and the like'),
  gone('pandas', '2', keyword(/^pandas\.read_(csv|table)$/, 'squeeze'), "call squeeze('columns') on the result"),
  gone('pandas', '2', keyword(/^pandas\.read_(csv|table)$/, 'error_bad_lines'), "write on_bad_lines='skip'"),
  gone('pandas', '3', keyword(/^pandas\.read_(csv|table)$/, 'delim_whitespace'), "write sep=r'\\s+'"),
  gone('pandas', '3', keyword(/^pandas\.read_(csv|table)$/, 'infer_datetime_format'), 'leave it out'),
  gone('pandas', '3', keyword(/^pandas\.read_(csv|table)$/, 'date_parser'), 'write date_format='),
  gone('pandas', '3', method(/^pandas\./, /^(applymap|swapaxes)$/), 'call map, or transpose'),
  gone('pandas', '3', method(/^pandas\./, /^fillna$/, 'method'), 'call ffill or bfill'),
  gone(
    'matplotlib',
    '3.8',
    { kind: 'keyword', of: /^matplotlib\.(pyplot\.)?style\.use$/, keyword: '0', value: /^['"]seaborn/ },
    "write 'seaborn-v0_8'",
  ),
  // Boosting
  gone('xgboost', '2.1', method(xgbModel, /^fit$/, 'early_stopping_rounds'), 'give it to the constructor'),
  gone('xgboost', '2.1', method(xgbModel, /^fit$/, 'eval_metric'), 'give it to the constructor'),
  gone('lightgbm', '4', method(lgbmModel, /^fit$/, 'early_stopping_rounds'), 'use lightgbm.early_stopping'),
  gone('lightgbm', '4', keyword(/^lightgbm\.train$/, 'early_stopping_rounds'), 'use lightgbm.early_stopping'),
  gone('lightgbm', '4', keyword(/^lightgbm\.(train|cv)$/, 'verbose_eval'), 'use lightgbm.log_evaluation'),
  // Lightning
  gone(
    'pytorch-lightning',
    '2',
    keyword(/^(pytorch_)?lightning\.(\w+\.)*Trainer$/, 'gpus'),
    "write accelerator='auto'",
  ),
];
