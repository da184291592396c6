import type { Framework } from './program.ts';

/** How one library trains. A new one is one row; patterns are tried on canonical names, in the order of the rows. */
export interface Trainer {
  /** `none` for a library that trains and that we do not know how to tune. */
  readonly framework: Framework;
  /** The library as it is imported. */
  readonly library: RegExp;
  /** Methods that train an object made by the library. */
  readonly methods: RegExp;
  /** Makers whose `fit` prepares data and trains nothing. */
  readonly prepares?: RegExp;
  /** Functions that train by being called. */
  readonly functions?: RegExp;
  /** Methods that tell of training though the object is unknown, where the library is used. */
  readonly telling?: RegExp;
  /** What must be called too, before a telling method counts. */
  readonly beside?: RegExp;
}

const nothing = /(?!)/;

export const trainers: readonly Trainer[] = [
  {
    framework: 'keras',
    library:
      /^(keras|scikeras|tensorflow\.(keras|contrib\.keras|python\.keras)|kerastuner|keras_tuner|autokeras|keras_(nlp|cv|hub|unet_collection)|segmentation_models(_3D)?|efficientnet|vit_keras|classification_models|tensorflow_decision_forests|tensorflow_recommenders|larq)\b/,
    methods: /^(fit|fit_generator|train_on_batch|search)$/,
    prepares: /\.(preprocessing|TextVectorization|Normalization|StringLookup|IntegerLookup|Discretization)\b/,
    telling: /^(fit_generator|train_on_batch)$/,
  },
  {
    framework: 'keras',
    library: /^transformers\.TF\w+/,
    methods: /^fit$/,
  },
  {
    framework: 'lightning',
    library: /^(lightning|pytorch_lightning|lightning_fabric)\b/,
    methods: /^(fit|backward|fit_loop)$/,
    functions: /(^|\.)LightningCLI$/,
  },
  {
    framework: 'hf-transformers',
    library: /^(transformers|trl|sentence_transformers|setfit|simpletransformers|adapters|peft)\b/,
    methods: /^(train|fit|train_model)$/,
    // `model.train()` of a network is a mode, not a training.
    prepares: /^transformers\.(?!\w*Trainer\b)/,
  },
  {
    framework: 'pytorch',
    library:
      /^(fastai|skorch|pytorch_tabnet|ignite|torchtune|fastText|poutyne|torchbearer|stable_baselines3|sb3_contrib)\b/,
    methods: /^(fit|fit_one_cycle|fine_tune|fit_flat_cos|run|learn|fit_generator|fit_dataset)$/,
    telling: /^(fit_one_cycle|fine_tune|fit_flat_cos)$/,
  },
  {
    framework: 'pytorch',
    library: /^(catalyst|flair|ultralytics|detectron2|mmengine|composer|d2l)\b/,
    methods: /^(train|fit|fine_tune)$/,
    // `model.train()` of a network is a mode, not a training.
    prepares: /^(flair\.(data|datasets|embeddings)|d2l)\b/,
    functions: /^d2l\.(\w+\.)*train_(ch\d+|batch_ch13|epoch_ch\d+|seq2seq|ranking|recsys_rating|concise_ch11)$/,
  },
  {
    framework: 'flax',
    library: /^(flax|nnx|haiku|equinox)\b/,
    methods: /^(apply_gradients|update)$/,
    prepares: /^(haiku|equinox)|\.(Rngs|State|ModelAndOptimizer\.state|Metric|MultiMetric|metrics)\b/,
    telling: /^apply_gradients$/,
  },
  { framework: 'jax', library: /^(optax|jaxopt)\b/, methods: /^run$/, functions: /^optax\.apply_updates$/ },
  {
    framework: 'pytorch',
    library: /^(torch|accelerate|apex|deepspeed)\b/,
    methods: nothing,
    functions: /^torch\.autograd\.backward$/,
    telling: /^backward$/,
    beside:
      /^(torch\.optim\.|torch_optimizer\.|transformers\.(AdamW|optimization)|timm\.optim|deepspeed\.initialize|apex\.|bitsandbytes\.)|\.step$/,
  },
  {
    framework: 'tensorflow',
    library: /^(tensorflow|tf_slim|tflearn|tensorlayer|sonnet|tensorflow_estimator)\b/,
    methods: /^(train|fit|minimize)$/,
    prepares: /\.(feature_column|preprocessing|TFRecord\w*|data|Session|InteractiveSession)\b/,
    functions: /(\.train_and_evaluate|slim\.learning\.train|contrib\.learn\.Experiment|optimize_loss|create_train_op)$/,
    telling: /^(apply_gradients|minimize)$/,
  },
  {
    framework: 'xgboost',
    library: /^(xgboost|optuna\.integration\.xgboost)\b/,
    methods: /^fit$/,
    functions: /^xgboost\.(train|cv|dask\.train)$/,
  },
  {
    framework: 'lightgbm',
    library: /^(optuna\.integration\.|optuna_integration\.)?lightgbm\b/,
    methods: /^(fit|run)$/,
    functions: /lightgbm\.(train|cv)$/,
  },
  { framework: 'catboost', library: /^catboost\b/, methods: /^fit$/, functions: /^catboost\.(train|cv)$/ },
  {
    framework: 'statsmodels',
    library: /^(statsmodels|linearmodels)\b/,
    methods: /^(fit|fit_regularized|fit_constrained|train)$/,
    functions: /(\.auto_arima|\.lowess)$/,
  },
  {
    framework: 'scikit-learn',
    library:
      /^(sklearn|imblearn|dask_ml|sklearnex|daal4py|cuml|mlxtend|tpot|autosklearn|rgf|tune_sklearn|skopt|sklearn_genetic|optuna\.integration\.OptunaSearchCV|mlens|ngboost|pygam|yellowbrick|lazypredict|deslib|sklearn_extra|umap|hdbscan|pyod|lightning\.classification)\b/,
    methods: /^(fit|fit_predict|partial_fit|fit_transform|fit_resample)$/,
    prepares:
      /^(sklearn|imblearn|dask_ml|cuml|mlxtend)\.(preprocessing|feature_extraction|feature_selection\.(?!RFECV|RFE\b|Sequential)|impute|compose|random_projection|kernel_approximation|over_sampling|under_sampling|combine|datasets|model_selection\.(\w*Split\w*|\w*Fold\w*))\b/,
    functions:
      /^(sklearn|dask_ml|imblearn)\.(model_selection|cross_validation|learning_curve|grid_search|inspection)\.(cross_val_score|cross_validate|cross_val_predict|learning_curve|validation_curve|permutation_test_score)$|^sklearn\.cluster\.(k_means|dbscan|mean_shift|affinity_propagation|spectral_clustering)$|^sklearn\.linear_model\.(ridge_regression|lars_path|lasso_path|enet_path)$/,
  },
  {
    framework: 'none',
    library:
      /^(prophet|fbprophet|surprise|lightfm|implicit|hmmlearn|pyspark|h2o|pycaret|stable_baselines|tf_agents|nltk|pmdarima|pomegranate|gplearn|autogluon|flaml|ludwig|neuralprophet|theano|lasagne|mxnet|chainer|paddle|dynet|cntk|gensim|fasttext|spacy|river|pymc3?|wordbatch|vowpalwabbit|pyfm|fastFM|causalml|econml|lifelines|sktime|darts|gluonts|tsai|dgl|bertopic|top2vec)\b/,
    methods: /^(fit|train|learn|partial_fit|update|fit_one_cycle|run|fit_transform|build_vocab)$/,
    prepares:
      /^(nltk|spacy|gensim)\.(tokenize|corpora|stem|corpus|load|blank|Dictionary|util|displacy)\b|^theano\.(shared|tensor|config)|^mxnet\.(nd|np|sym|io)|^pyspark\.(sql|SparkConf|SparkContext)|^spacy\.load|^pyspark\.ml\.feature|^dgl\.data/,
    functions:
      /^(pycaret\.\w+\.(create_model|compare_models|tune_model)|fasttext\.(train_supervised|train_unsupervised|supervised|skipgram|cbow)|pmdarima\.auto_arima|gensim\.models\.(\w+\.)?(Word2Vec|LdaModel|LdaMulticore|FastText|Doc2Vec|LsiModel|HdpModel)|top2vec\.Top2Vec|nltk\.\w*[Cc]lassif\w*(\.\w+)*\.train|pymc3?\.(sample|fit)|nltk\.(\w+\.)*train)$/,
  },
];
