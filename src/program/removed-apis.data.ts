/** A name that the current versions of a library no longer have. */
export interface RemovedName {
  /** Tried on the canonical names that the script imports and calls. */
  readonly name: RegExp;
  readonly since: string;
  readonly instead: string;
}

/** Names met in scripts of earlier years. Each ends a run at once; the plan should say so before. */
export const removedNames: readonly RemovedName[] = [
  { name: /^tensorflow\.contrib\b/, since: 'TensorFlow 2', instead: 'what it held is in tf.keras, tf.data or nowhere' },
  {
    name: /^tensorflow\.examples\b/,
    since: 'TensorFlow 2',
    instead: 'load the data with keras.datasets, as in keras.datasets.mnist.load_data()',
  },
  {
    name: /^tensorflow\.(placeholder|Session|InteractiveSession|global_variables_initializer|initialize_all_variables|get_variable|variable_scope|random_normal|truncated_normal|reset_default_graph|ConfigProto|app|flags|layers\.(dense|conv2d|flatten|max_pooling2d|dropout)|train\.\w*Optimizer)\b/,
    since: 'TensorFlow 2',
    instead: 'import tensorflow.compat.v1 as tf and call tf.disable_v2_behavior(), or write it with Keras',
  },
  {
    name: /^sklearn\.(cross_validation|grid_search|learning_curve)\b/,
    since: 'scikit-learn 0.20',
    instead: 'use sklearn.model_selection',
  },
  { name: /^sklearn\.externals\b/, since: 'scikit-learn 0.23', instead: 'import joblib itself' },
  {
    name: /^sklearn\.preprocessing\.Imputer$/,
    since: 'scikit-learn 0.22',
    instead: 'use sklearn.impute.SimpleImputer',
  },
  {
    name: /^sklearn\.datasets\.load_boston$/,
    since: 'scikit-learn 1.2',
    instead: 'use another data set, as fetch_california_housing',
  },
  {
    name: /^sklearn\.datasets\.fetch_mldata$/,
    since: 'scikit-learn 0.22',
    instead: 'use sklearn.datasets.fetch_openml',
  },
  { name: /^sklearn\.(lda|qda)\b/, since: 'scikit-learn 0.19', instead: 'use sklearn.discriminant_analysis' },
  {
    name: /^sklearn\.mixture\.(GMM|DPGMM|VBGMM)$/,
    since: 'scikit-learn 0.20',
    instead: 'use sklearn.mixture.GaussianMixture',
  },
  {
    name: /^sklearn\.decomposition\.RandomizedPCA$/,
    since: 'scikit-learn 0.20',
    instead: "use PCA(svd_solver='randomized')",
  },
  {
    name: /^keras\.utils\.(np_utils|vis_utils|visualize_util|generic_utils|training_utils)\b/,
    since: 'Keras 3',
    instead: 'import to_categorical, plot_model and the like from keras.utils itself',
  },
  {
    name: /^keras\.layers\.(normalization|convolutional|core|recurrent|embeddings|pooling|advanced_activations|noise|wrappers|local|merge)\b/,
    since: 'Keras 3',
    instead: 'import the layers from keras.layers itself',
  },
  { name: /^keras\.layers\.CuDNN\w+$/, since: 'Keras 3', instead: 'use LSTM and GRU, which are as fast' },
  { name: /^keras\.objectives\b/, since: 'Keras 3', instead: 'use keras.losses' },
  { name: /^keras\.wrappers\.scikit_learn\b/, since: 'Keras 3', instead: 'use the package scikeras' },
];

/** Methods of Keras models that are gone. */
export const removedMethods: Readonly<Record<string, string>> = {
  fit_generator: 'call fit, which takes generators',
  evaluate_generator: 'call evaluate, which takes generators',
  predict_generator: 'call predict, which takes generators',
  predict_classes: 'take the argmax of predict',
};
