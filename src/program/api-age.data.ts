import type { Shape } from './pandas-shapes.ts';

/** A way of writing that the current versions of a library no longer take. */
export interface RemovedApi {
  readonly sign: Sign;
  /** Distributions and the versions that still have it: the last of them is what an old script runs with. */
  readonly runsWith: Readonly<Record<string, string>>;
  /** The version that no longer has it, for people. */
  readonly since: string;
  /** What to write today. */
  readonly instead: string;
  /** Nothing fails, the run is another one: where the author names a version, that one counts. */
  readonly quiet?: true;
}

/** How it is recognised in running code; addresses are canonical (`python/names.ts`). */
export type Sign =
  /**
   * An import, a call or an attribute: `sklearn.datasets.load_boston`, `numpy.float`. `keras`: only where Keras
   * itself is imported, since tf.keras still has it.
   */
  | { readonly kind: 'name'; readonly name: RegExp; readonly keras?: true }
  /**
   * An argument of a call: `normalize=` of `Ridge`, or by place where it is a number; `value` where only some of its
   * texts are gone, `beside` where only together with another.
   */
  | {
      readonly kind: 'keyword';
      readonly of: RegExp;
      readonly keyword: string;
      readonly value?: RegExp;
      readonly beside?: string;
    }
  /**
   * A method of what a constructor made, of a data frame, or of anything where nothing else has such a method:
   * `fit_generator` of a Keras model; `keyword` and `value` as above.
   */
  | {
      readonly kind: 'method';
      readonly of: RegExp | 'frame' | 'anything';
      readonly method: RegExp;
      readonly keyword?: string;
      readonly value?: RegExp;
    }
  /** An attribute of anything, in a script that imports the library: `.ix`. */
  | { readonly kind: 'attribute'; readonly ends: RegExp }
  /** What is taken from the value of a call: `[0][0]` of `mode(x)`. */
  | { readonly kind: 'taken'; readonly of: RegExp; readonly by: RegExp }
  /** What only several places together tell. */
  | { readonly kind: 'shape'; readonly shape: Shape };

const name = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern });
const nameOfKeras = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern, keras: true });
const keyword = (of: RegExp, word: string, value?: RegExp, beside?: string): Sign => ({
  kind: 'keyword',
  of,
  keyword: word,
  ...(value === undefined ? {} : { value }),
  ...(beside === undefined ? {} : { beside }),
});
const method = (of: RegExp | 'frame' | 'anything', pattern: RegExp, word?: string, value?: RegExp): Sign => ({
  kind: 'method',
  of,
  method: pattern,
  ...(word === undefined ? {} : { keyword: word }),
  ...(value === undefined ? {} : { value }),
});
const attribute = (ends: RegExp): Sign => ({ kind: 'attribute', ends });
const shape = (one: Shape): Sign => ({ kind: 'shape', shape: one });
const taken = (of: RegExp, by: RegExp): Sign => ({ kind: 'taken', of, by });

function gone(library: string, since: string, sign: Sign, instead: string): RemovedApi {
  const title = titles[library] ?? library;
  return { sign, runsWith: { [library]: `<${since}` }, since: `${title} ${since}`, instead };
}

const titles: Readonly<Record<string, string>> = {
  numpy: 'NumPy',
  xgboost: 'XGBoost',
  lightgbm: 'LightGBM',
  scipy: 'SciPy',
  'pytorch-lightning': 'PyTorch Lightning',
  matplotlib: 'Matplotlib',
};

function changed(library: string, since: string, sign: Sign, instead: string): RemovedApi {
  return { ...gone(library, since, sign, instead), quiet: true };
}

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
const plots =
  /^seaborn\.(count|bar|box|violin|scatter|line|reg|lm|joint|cat|swarm|strip|point|resid|boxen|kde|rel)plot$/;
const oldOffset = /^['"]\d*(M|Q|A|Y|BM|BQ|H|T|S|L|U|N)(-[A-Z]{3})?['"]$/;
const newOffset = "write 'ME', 'YE', 'h', 'min', 's' and the like";
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
    keyword(/^sklearn\.(tree|ensemble)\.(\w+Regressor|GradientBoosting\w+)$/, 'criterion', /^['"]ms?ae?e?['"]$/),
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
    keyword(/^sklearn\.(ensemble\.(AdaBoost|Bagging)\w+|calibration\.Calibrated\w+)$/, 'base_estimator'),
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
  gone(
    'scikit-learn',
    '0.24',
    name(
      /^sklearn\.(ensemble\.(forest|bagging|base|gradient_boosting|weight_boosting|voting_classifier|iforest|partial_dependence)|tree\.tree|linear_model\.(logistic|base|ridge|coordinate_descent|stochastic_gradient|least_angle)|neighbors\.(classification|regression|base|unsupervised|nearest_centroid)|svm\.(classes|base)|metrics\.(classification|regression|ranking|scorer)|preprocessing\.(data|label|imputation)|datasets\.(samples_generator|base|openml)|feature_extraction\.stop_words|cluster\.(k_means_|hierarchical|dbscan_)|decomposition\.(pca|nmf|truncated_svd|online_lda)|mixture\.gaussian_mixture|neural_network\.(multilayer_perceptron|rbm)|feature_selection\.(base|from_model|univariate_selection|rfe)|utils\.testing)\b/,
    ),
    'import the name from the package above it, as in from sklearn.ensemble import RandomForestClassifier',
  ),
  gone('scikit-learn', '0.24', name(/^sklearn\.utils\.safe_indexing$/), 'index the array itself'),
  gone('scikit-learn', '0.23', name(/^sklearn\.metrics\.jaccard_similarity_score$/), 'use jaccard_score'),
  gone('scikit-learn', '0.23', name(/^sklearn\.metrics\.calinski_harabaz_score$/), 'use calinski_harabasz_score'),
  gone(
    'scikit-learn',
    '0.22',
    name(/^sklearn\.(covariance\.GraphLasso|linear_model\.Randomized\w+|neighbors\.LSHForest)/),
    'use what took its place, or another estimator',
  ),
  gone('scikit-learn', '0.20', name(/^sklearn\.gaussian_process\.GaussianProcess$/), 'use GaussianProcessRegressor'),
  gone('scikit-learn', '0.20', name(/^sklearn\.hmm\b/), 'use the package hmmlearn'),
  gone(
    'scikit-learn',
    '1.2',
    name(/^sklearn\.inspection\.plot_partial_dependence$/),
    'use PartialDependenceDisplay.from_estimator',
  ),
  gone('scikit-learn', '1.3', name(/^sklearn\.metrics\.SCORERS$/), 'call get_scorer_names'),
  gone('scikit-learn', '1.3', name(/^sklearn\.neighbors\.DistanceMetric$/), 'import it from sklearn.metrics'),
  gone('scikit-learn', '0.24', keyword(/^sklearn\.model_selection\.\w+SearchCV$/, 'iid'), 'leave it out'),
  gone('scikit-learn', '0.21', keyword(/^sklearn\.model_selection\.\w+SearchCV$/, 'fit_params'), 'give it to fit'),
  gone(
    'scikit-learn',
    '0.22',
    keyword(/^sklearn\.preprocessing\.OneHotEncoder$/, 'categorical_features'),
    'put it into a ColumnTransformer',
  ),
  gone(
    'scikit-learn',
    '0.21',
    keyword(/^sklearn\.linear_model\.(SGD\w+|Perceptron|PassiveAggressive\w+)$/, 'n_iter'),
    'write max_iter=',
  ),
  gone('scikit-learn', '0.24', keyword(/^sklearn\.ensemble\.IsolationForest$/, 'behaviour'), 'leave it out'),
  gone(
    'scikit-learn',
    '1.0',
    keyword(/^sklearn\.(svm\.(SVC|SVR|LinearSVC)|preprocessing\.\w+Scaler)$/, '0'),
    'name the argument: SVC(C=1.0)',
  ),
  gone('scikit-learn', '1.0', keyword(/^sklearn\.cluster\.KMeans$/, '1'), 'name the argument: KMeans(3, init=…)'),
  gone(
    'scikit-learn',
    '1.0',
    keyword(/^sklearn\.metrics\.(confusion_matrix|classification_report)$/, '2'),
    'name the argument, as labels=',
  ),
  gone('scikit-learn', '1.0', keyword(/^sklearn\.datasets\.load_\w+$/, '0', /^True$/), 'write return_X_y=True'),
  gone('scikit-learn', '1.5', keyword(/^sklearn\.metrics\.log_loss$/, 'eps'), 'leave it out'),
  gone('scikit-learn', '1.3', keyword(/^sklearn\.impute\.SimpleImputer$/, 'verbose'), 'leave it out'),
  ...['needs_proba', 'needs_threshold'].map((word) =>
    gone('scikit-learn', '1.6', keyword(/^sklearn\.metrics\.make_scorer$/, word), 'write response_method='),
  ),
  gone('scikit-learn', '1.9', keyword(/^sklearn\.linear_model\.(Lasso|ElasticNet)CV$/, 'n_alphas'), 'write alphas='),
  gone(
    'scikit-learn',
    '1.8',
    keyword(/^sklearn\.ensemble\.AdaBoostClassifier$/, 'algorithm', /^['"]SAMME['"]$/),
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
    name(/^numpy\.(float|int|object|complex|str|unicode|typeDict|warnings)$/),
    "write Python's own float, int or bool",
  ),
  gone(
    'numpy',
    '2',
    name(
      /^numpy\.(float_|complex_|Inf|Infinity|NaN|NAN|PINF|NINF|infty|product|cumproduct|alltrue|sometrue|string_|unicode_|asfarray|cast|find_common_type|round_|safe_eval|msort|mat|int0|uint0|bool8|longfloat|singlecomplex|VisibleDeprecationWarning|ComplexWarning|RankWarning|sctypes|issctype|nbytes|DataSource|disp|lookfor|recfromcsv|pmt|irr|npv)$/,
    ),
    'write it as NumPy 2 spells it, np.inf or np.nan for example',
  ),
  {
    // Came back in NumPy 2 with another meaning that serves as well.
    ...gone('numpy', '1.24', name(/^numpy\.(bool|long)$/), "write Python's own bool or int"),
    runsWith: { numpy: '!=1.24.*,!=1.25.*,!=1.26.*' },
  },
  gone('numpy', '1.23', name(/^numpy\.(asscalar|alen)$/), 'call item or len'),
  gone('numpy', '2', method('anything', /^(itemset|newbyteorder)$/), 'set the element itself'),
  gone('numpy', '2.4', name(/^numpy\.(in1d|trapz)$/), 'call np.isin or np.trapezoid'),
  gone('numpy', '2.4', keyword(/^numpy\.reshape$/, 'newshape'), 'write shape='),
  gone('numpy', '2.4', keyword(/^numpy\.(percentile|quantile|nanpercentile)$/, 'interpolation'), 'write method='),
  gone('numpy', '1.24', keyword(/^numpy\.histogram$/, 'normed'), 'write density='),
  gone('numpy', '1.24', keyword(/^numpy\.(vstack|hstack|stack)$/, '0', /^map\(/), 'give it a list'),
  gone('pandas', '1', attribute(/\.ix$/), 'write .loc or .iloc'),
  gone(
    'pandas',
    '1',
    method('anything', /^(as_matrix|get_dtype_counts|reindex_axis)$/),
    'call to_numpy, dtypes.value_counts or reindex',
  ),
  gone('pandas', '1', method('frame', /^(get_value|set_value|clip_upper|clip_lower|nonzero)$/), 'use at[] or clip'),
  gone('pandas', '1', method('frame', /^sort$/), 'call sort_values'),
  gone(
    'pandas',
    '1',
    name(
      /^pandas\.(Panel|TimeGrouper|rolling_\w+|ewma|scatter_matrix|tools\b|lib\b|io\.data\b|core\.datetools\b|DataFrame\.from_(csv|items))/,
    ),
    'write it as pandas 2 spells it: rolling(), Grouper, pandas.plotting, read_csv',
  ),
  gone('pandas', '2', name(/^pandas\.(np|datetime)\b/), 'import numpy, or datetime, itself'),
  gone('pandas', '2', name(/^pandas\.(Int64Index|Float64Index|UInt64Index|SparseDataFrame)$/), 'use pd.Index'),
  gone('pandas', '2', name(/^pandas\.io\.json\.json_normalize$/), 'call pd.json_normalize'),
  gone('pandas', '2', name(/^pandas\.util\.testing\b/), 'import pandas.testing'),
  gone('pandas', '1.5', name(/^pandas\.core\.common\.SettingWithCopyWarning$/), 'import it from pandas.errors'),
  gone('pandas', '2', method('frame', /^(append|iteritems|mad|lookup)$/), 'call pd.concat, items and the like'),
  gone('pandas', '2', method('anything', /^append$/, 'ignore_index'), 'call pd.concat'),
  ...['drop', 'sort_values', 'set_axis', 'drop_duplicates'].map((word) =>
    gone('pandas', '2', method('frame', new RegExp(`^${word}$`), '1'), 'name the argument: axis=1'),
  ),
  gone('pandas', '2', method('anything', /^drop$/, '1', /^[01]$/), 'name the argument: axis=1'),
  gone('pandas', '2', method('frame', /^(any|all|dropna)$/, '0', /^[01]$/), 'name the argument: axis=1'),
  gone('pandas', '2', method('frame', /^pivot$/, '1'), 'name the arguments: index=, columns=, values='),
  gone('pandas', '2', keyword(/^pandas\.concat$/, '1'), 'name the argument: axis=1'),
  gone('pandas', '2', keyword(/^pandas\.read_(csv|table)$/, '1'), 'name the argument: sep='),
  ...['squeeze', 'error_bad_lines', 'warn_bad_lines', 'mangle_dupe_cols', 'prefix'].map((word) =>
    gone(
      'pandas',
      '2',
      keyword(/^pandas\.read_(csv|table)$/, word),
      "leave it out; on_bad_lines='skip' is one of them",
    ),
  ),
  gone('pandas', '2', method('frame', /^(sum|mean|std|min|max|count|median)$/, 'level'), 'group by the level first'),
  gone('pandas', '2', method('frame', /^groupby$/, 'squeeze'), 'leave it out'),
  gone('pandas', '2', method('frame', /^describe$/, 'datetime_is_numeric'), 'leave it out'),
  gone('pandas', '2', method('anything', /^to_csv$/, 'line_terminator'), 'write lineterminator='),
  gone('pandas', '2', method('frame', /^to_dict$/, '0', /^['"](r|record)['"]$/), "write 'records'"),
  gone('pandas', '2', attribute(/\.dt\.week(ofyear)?$/), 'write .dt.isocalendar().week'),
  gone('pandas', '2', attribute(/\.is_monotonic$/), 'write .is_monotonic_increasing'),
  gone('pandas', '2', keyword(/^pandas\.date_range$/, 'closed'), 'write inclusive='),
  gone('pandas', '2', keyword(/^pandas\.set_option$/, '1', /^-1$/), 'write None'),
  ...['delim_whitespace', 'infer_datetime_format', 'date_parser', 'verbose', 'keep_date_col'].map((word) =>
    gone('pandas', '3', keyword(/^pandas\.read_(csv|table)$/, word), "leave it out; sep=r'\\s+' is one of them"),
  ),
  gone('pandas', '3', keyword(/^pandas\.to_datetime$/, 'infer_datetime_format'), 'leave it out'),
  gone('pandas', '3', keyword(/^pandas\.to_(datetime|numeric)$/, 'errors', /ignore/), 'catch the error yourself'),
  gone('pandas', '3', name(/^pandas\.value_counts$/), 'call value_counts of the column'),
  gone('pandas', '3', method('anything', /^applymap$/), 'call map'),
  gone(
    'pandas',
    '3',
    method('frame', /^(swapaxes|pad|backfill|ravel|view|first|last)$/),
    'write it as pandas 3 spells it',
  ),
  gone('pandas', '3', method('anything', /^fillna$/, 'method'), 'call ffill or bfill'),
  gone('pandas', '3', method('frame', /^groupby$/, 'axis'), 'leave it out'),
  gone('pandas', '3', method('anything', /^to_csv$/, '1'), 'name the argument: sep='),
  gone('pandas', '3', method('frame', /^(resample|asfreq)$/, '0', oldOffset), newOffset),
  gone('pandas', '3', keyword(/^pandas\.(date_range|Grouper|bdate_range)$/, 'freq', oldOffset), newOffset),
  gone('pandas', '3', attribute(/\.use_inf_as_na$/), 'replace infinity by NaN yourself'),
  changed('pandas', '3', shape('part-changed'), "write df['a'] = df['a'].fillna(…)"),
  changed('pandas', '3', shape('part-set'), "write df.loc[rows, 'a'] = …"),
  changed('pandas', '3', shape('array-written'), 'copy the array first: to_numpy(copy=True)'),
  changed('pandas', '3', shape('text-as-object'), 'ask pandas.api.types.is_string_dtype'),
  changed('pandas', '3', shape('number-into-text'), 'call map, which gives a new column'),
  changed('pandas', '3', name(/^pandas\.api\.types\.is_object_dtype$/), 'ask is_string_dtype'),
  gone('pandas', '3', keyword(/^numpy\.issubdtype$/, '0', /\.dtypes?\b/), 'ask pandas.api.types.is_numeric_dtype'),
  gone(
    'matplotlib',
    '3.8',
    { kind: 'keyword', of: /^matplotlib\.(pyplot\.)?style\.use$/, keyword: '0', value: /^['"]seaborn/ },
    "write 'seaborn-v0_8'",
  ),
  gone('matplotlib', '3.6', keyword(/^matplotlib\.pyplot\.gca$/, 'projection'), 'call plt.axes'),
  gone('matplotlib', '3.6', method('anything', /^gca$/, 'projection'), 'call add_subplot'),
  gone('matplotlib', '3.6', method('anything', /^set_window_title$/), 'call canvas.manager.set_window_title'),
  gone('matplotlib', '3.6', name(/^mpl_toolkits\.axes_grid\b(?!1)/), 'import mpl_toolkits.axes_grid1'),
  gone('matplotlib', '3.7', keyword(/^matplotlib\.pyplot\.grid$/, 'b'), 'write visible='),
  gone('matplotlib', '3.8', keyword(/^matplotlib\.pyplot\.stem$/, 'use_line_collection'), 'leave it out'),
  gone('matplotlib', '3.9', name(/^matplotlib\.cm\.register_cmap$/), 'call matplotlib.colormaps.register'),
  gone('matplotlib', '3.11', name(/^matplotlib\.(pyplot\.)?cm\.get_cmap$/), 'write matplotlib.colormaps[…]'),
  gone('matplotlib', '3.11', name(/^matplotlib\.pyplot\.plot_date$/), 'call plot'),
  gone('matplotlib', '3.11', keyword(/^matplotlib\.pyplot\.boxplot$/, 'labels'), 'write tick_labels='),
  gone('seaborn', '0.12', name(/^seaborn\.(factorplot|apionly)$/), 'call catplot'),
  gone('seaborn', '0.12', keyword(plots, '1'), 'name the arguments: x=, y=, data='),
  gone('seaborn', '0.12', keyword(plots, '0', undefined, 'data'), 'name the arguments: x=, y=, data='),
  gone('seaborn', '0.12', keyword(/^seaborn\.(FacetGrid|lmplot|PairGrid)$/, 'size'), 'write height='),
  // SciPy
  gone(
    'scipy',
    '1.12',
    name(
      /^scipy\.(array|zeros|ones|eye|arange|linspace|dot|sqrt|exp|log|log10|sin|cos|pi|mean|std|var|median|sum|interp|randn|rand|polyfit|polyval|ifft|append|concatenate|where|nan|inf|isnan|floor|ceil|absolute|abs|max|min|argmax|argmin|argsort|unique|vstack|hstack|random)$/,
    ),
    'call it from numpy',
  ),
  gone('scipy', '1.14', name(/^scipy\.integrate\.(trapz|simps|cumtrapz)$/), 'call trapezoid or simpson'),
  gone('scipy', '1.15', name(/^scipy\.integrate\.(quadrature|romberg)$/), 'call quad'),
  gone(
    'scipy',
    '1.13',
    name(/^scipy\.signal\.(gaussian|hann|hamming|blackman|bartlett|boxcar|kaiser|triang|tukey|general_gaussian)$/),
    'call it from scipy.signal.windows',
  ),
  gone('scipy', '1.15', name(/^scipy\.signal\.(cwt|ricker|morlet2?|daub|qmf|cascade)$/), 'use the package PyWavelets'),
  gone(
    'scipy',
    '1.2',
    name(/^scipy\.misc\.(im\w+|toimage|bytescale|fromimage)$/),
    'use imageio.imread and Pillow to read and size pictures',
  ),
  gone('scipy', '1.3', name(/^scipy\.misc\.(comb|factorial|logsumexp)$/), 'import it from scipy.special'),
  gone('scipy', '1.15', name(/^scipy\.misc\.(face|ascent|electrocardiogram|derivative)$/), 'use scipy.datasets'),
  gone('scipy', '1.12', name(/^scipy\.stats\.binom_test$/), 'call binomtest'),
  gone(
    'scipy',
    '1.9',
    name(/^scipy\.stats\.(itemfreq|median_absolute_deviation)$/),
    'call numpy.unique or median_abs_deviation',
  ),
  gone(
    'scipy',
    '1.11',
    taken(/^scipy\.stats\.(mstats\.)?mode$/, /^(\.mode|\[0\])\[0\]/),
    'write mode(…, keepdims=True)',
  ),
  gone('scipy', '1.14', name(/^scipy\.interpolate\.interp2d$/), 'use RegularGridInterpolator'),
  gone('scipy', '1.13', name(/^scipy\.linalg\.(tril|triu)$/), 'call it from numpy'),
  gone('scipy', '1.9', name(/^scipy\.linalg\.pinv2$/), 'call pinv'),
  gone('scipy', '1.9', name(/^scipy\.sparse\.linalg\.eigen\.arpack\b/), 'import from scipy.sparse.linalg'),
  gone('scipy', '1.14', keyword(/^scipy\.sparse\.linalg\.(cg|gmres|bicgstab|minres)$/, 'tol'), 'write rtol='),
  // Boosting
  gone('xgboost', '2.1', method(xgbModel, /^fit$/, 'early_stopping_rounds'), 'give it to the constructor'),
  gone('xgboost', '2.1', method(xgbModel, /^fit$/, 'eval_metric'), 'give it to the constructor'),
  gone('xgboost', '2.1', method(xgbModel, /^fit$/, 'callbacks'), 'give it to the constructor'),
  gone('xgboost', '2', attribute(/\.best_ntree_limit$/), 'use best_iteration'),
  gone('xgboost', '2', method('anything', /^predict(_proba)?$/, 'ntree_limit'), 'write iteration_range='),
  {
    ...gone('xgboost', '3', keyword(/^xgboost\.(train|cv)$/, 'feval'), 'write custom_metric='),
    runsWith: { xgboost: '<2.1' },
  },
  gone('lightgbm', '4', method(lgbmModel, /^fit$/, 'verbose'), 'use lightgbm.log_evaluation'),
  ...['evals_result', 'fobj', 'learning_rates', 'categorical_feature'].map((word) =>
    gone('lightgbm', '4', keyword(/^lightgbm\.train$/, word), 'use the callbacks, or give it to the Dataset'),
  ),
  gone('lightgbm', '4', keyword(/^lightgbm\.cv$/, 'early_stopping_rounds'), 'use lightgbm.early_stopping'),
  gone('lightgbm', '4', keyword(/^lightgbm\.Dataset$/, 'silent'), 'leave it out'),
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
