import type { Family } from './program.ts';

type Row = Readonly<Partial<Record<Family, string>>>;

/** What a constructor of an estimator says about the family; the library is the first part of its name. */
export const estimatorFamilies: Readonly<Record<string, Row>> = {
  sklearn: {
    'linear-regression':
      'LinearRegression Ridge RidgeCV Lasso LassoCV LassoLars LassoLarsCV LassoLarsIC LassoIC MultiTaskLasso MultiTaskLassoCV MultiTaskElasticNet ElasticNet ElasticNetCV BayesianRidge ARDRegression HuberRegressor SGDRegressor TheilSenRegressor RANSACRegressor Lars LarsCV OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV PassiveAggressiveRegressor IsotonicRegression PLSRegression PLSCanonical CCA RandomizedLasso ridge_regression lars_path lasso_path enet_path',
    'logistic-regression': 'LogisticRegression LogisticRegressionCV RandomizedLogisticRegression',
    'linear-classifier': 'RidgeClassifier RidgeClassifierCV SGDClassifier Perceptron PassiveAggressiveClassifier',
    glm: 'PoissonRegressor GammaRegressor TweedieRegressor QuantileRegressor',
    svm: 'SVC SVR NuSVC NuSVR LinearSVC LinearSVR KernelRidge',
    knn: 'KNeighborsClassifier KNeighborsRegressor RadiusNeighborsClassifier RadiusNeighborsRegressor NearestCentroid NearestNeighbors NeighborhoodComponentsAnalysis LabelPropagation LabelSpreading',
    'decision-tree': 'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
    'random-forest':
      'RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor RandomTreesEmbedding BalancedRandomForestClassifier',
    boosting:
      'GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor RUSBoostClassifier EasyEnsembleClassifier',
    ensemble:
      'VotingClassifier VotingRegressor StackingClassifier StackingRegressor StackingCVClassifier StackingCVRegressor BaggingClassifier BaggingRegressor BalancedBaggingClassifier',
    mlp: 'MLPClassifier MLPRegressor BernoulliRBM',
    'naive-bayes': 'GaussianNB MultinomialNB BernoulliNB ComplementNB CategoricalNB',
    lda: 'LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis LDA QDA',
    'gaussian-process': 'GaussianProcessClassifier GaussianProcessRegressor GaussianProcess',
    clustering:
      'KMeans MiniBatchKMeans BisectingKMeans DBSCAN AgglomerativeClustering FeatureAgglomeration SpectralClustering SpectralBiclustering SpectralCoclustering MeanShift Birch OPTICS HDBSCAN AffinityPropagation k_means dbscan mean_shift affinity_propagation spectral_clustering',
    density: 'GaussianMixture BayesianGaussianMixture KernelDensity GMM DPGMM VBGMM',
    'anomaly-detection':
      'IsolationForest LocalOutlierFactor EllipticEnvelope OneClassSVM SGDOneClassSVM MinCovDet EmpiricalCovariance',
    'topic-model': 'LatentDirichletAllocation NMF',
    'dim-reduction':
      'PCA KernelPCA IncrementalPCA SparsePCA MiniBatchSparsePCA RandomizedPCA ProbabilisticPCA TruncatedSVD FastICA FactorAnalysis TSNE Isomap MDS LocallyLinearEmbedding SpectralEmbedding DictionaryLearning MiniBatchDictionaryLearning MiniBatchNMF',
  },
  mlxtend: {
    ensemble: 'StackingClassifier StackingCVClassifier StackingRegressor StackingCVRegressor EnsembleVoteClassifier',
    'linear-classifier': 'Perceptron Adaline',
    mlp: 'MultiLayerPerceptron',
    'logistic-regression': 'LogisticRegression SoftmaxRegression',
    'linear-regression': 'LinearRegression',
    clustering: 'Kmeans',
  },
  umap: { 'dim-reduction': 'UMAP' },
  hdbscan: { clustering: 'HDBSCAN' },
  pyod: {
    autoencoder: 'AutoEncoder VAE',
    'anomaly-detection':
      'ABOD AnoGAN CBLOF COF COPOD DeepSVDD ECOD FeatureBagging GMM HBOS IForest INNE KDE KNN KPCA LMDD LOCI LODA LOF LSCP LUNAR MAD MCD OCSVM PCA ROD SOD SOS SUOD XGBOD',
  },
  xgboost: {
    boosting: 'XGBClassifier XGBRegressor XGBRanker train cv Booster',
    'random-forest': 'XGBRFClassifier XGBRFRegressor',
  },
  lightgbm: { boosting: 'LGBMClassifier LGBMRegressor LGBMRanker LGBMModel train cv LightGBMTuner LightGBMTunerCV' },
  catboost: { boosting: 'CatBoostClassifier CatBoostRegressor CatBoostRanker CatBoost train cv' },
  statsmodels: {
    'linear-regression':
      'OLS ols WLS wls GLS gls GLSAR glsar RLM rlm RollingOLS RecursiveLS quantreg QuantReg PanelOLS IV2SLS',
    glm: 'GLM glm Poisson poisson NegativeBinomial negativebinomial GEE gee Probit probit GLMGam GeneralizedPoisson ZeroInflatedPoisson OrderedModel PHReg phreg BinomialBayesMixedGLM',
    'logistic-regression': 'Logit logit MNLogit mnlogit ConditionalLogit',
    'mixed-lm': 'MixedLM mixedlm',
    timeseries:
      'ARIMA ARMA AR AutoReg SARIMAX VAR VARMAX VECM ExponentialSmoothing Holt SimpleExpSmoothing UnobservedComponents DynamicFactor MarkovRegression MarkovAutoregression STL ThetaModel ETSModel',
    density: 'KDEUnivariate KDEMultivariate',
    'dim-reduction': 'PCA Factor',
  },
  pyspark: {
    'linear-regression': 'LinearRegression LinearRegressionWithSGD',
    'logistic-regression': 'LogisticRegression LogisticRegressionWithLBFGS',
    'random-forest': 'RandomForestClassifier RandomForestRegressor RandomForest',
    'decision-tree': 'DecisionTreeClassifier DecisionTreeRegressor DecisionTree',
    boosting: 'GBTClassifier GBTRegressor GradientBoostedTrees',
    'naive-bayes': 'NaiveBayes',
    clustering: 'KMeans BisectingKMeans',
    recsys: 'ALS',
  },
  prophet: { timeseries: 'Prophet' },
  pmdarima: { timeseries: 'auto_arima ARIMA' },
  neuralprophet: { timeseries: 'NeuralProphet' },
  surprise: {
    recsys:
      'SVD SVDpp NMF KNNBasic KNNBaseline KNNWithMeans KNNWithZScore SlopeOne CoClustering BaselineOnly NormalPredictor',
  },
  lightfm: { recsys: 'LightFM' },
  implicit: { recsys: 'AlternatingLeastSquares BayesianPersonalizedRanking LogisticMatrixFactorization' },
  gensim: { 'topic-model': 'LdaModel LdaMulticore LsiModel HdpModel ldamodel' },
  bertopic: { 'topic-model': 'BERTopic' },
  top2vec: { 'topic-model': 'Top2Vec' },
  nltk: { 'naive-bayes': 'NaiveBayesClassifier train' },
  stable_baselines3: { rl: 'PPO A2C DQN SAC TD3 DDPG HER' },
  stable_baselines: { rl: 'PPO1 PPO2 A2C DQN SAC TD3 DDPG ACKTR TRPO ACER' },
};

/** Layers of networks, the more telling first; a network is named by the first that it has. */
export const layerFamilies: readonly (readonly [Family, RegExp])[] = [
  [
    'transformer',
    /(^|\.)(Multi_?[Hh]ead\w*Attention|MultiHeadDotProductAttention|SelfAttention|Transformer(?!Mixin)\w*|vit_\w+|ViT\w*|VisionTransformer|SwinTransformer\w*|scaled_dot_product_attention|SentenceTransformer|TransformerLM)$/,
  ],
  [
    'cnn',
    /(^|\.)((Atrous|Separable|Depthwise|Quant)*Conv(olution)?(Transpose)?([123][dD])?(Transpose)?\w{0,9}|Deconv\w*|LazyConv[123]d|conv[123]d\w*|separable_conv2d|depthwise_conv2d|conv_[123]d|convolution2d|conv2d_transpose|cnn_learner|vision_learner|unet_learner|create_cnn)$|^keras\.applications\.|^torchvision\.models\.(?!vit|swin|.*_Weights)|^tensorflow\.slim\.|^segmentation_models\w*\.|^efficientnet\w*\.|^timm\.create_model$|^torchvision\.ops\.|^diffusers\.(\w+\.)*(UNet\w*Model|AutoencoderKL)/,
  ],
  [
    'rnn',
    /(^|\.)((CuDNN|Lazy|Optimized)?(LSTM|GRU)(V1|Cell|Block\w*|BlockCell)?|SimpleRNN(Cell)?|RNN(Cell|Base)?|Bidirectional|ConvLSTM2D|Basic(LSTM|RNN)Cell|MultiRNNCell|dynamic_rnn|static_rnn|bidirectional_dynamic_rnn|static_bidirectional_rnn|lstm|OptimizedLSTMCell|text_classifier_learner|language_model_learner)$/,
  ],
  [
    'mlp',
    /(^|\.)(Dense|DenseGeneral|Linear|LazyLinear|Bilinear|EinsumDense|dense|fully_connected|MLP|DNNClassifier|DNNRegressor|LinearClassifier|LinearRegressor|tabular_learner)$/,
  ],
];
