import type { Family } from './program.ts';

/** What a constructor of an estimator says about the family; the library is the first part of its name. */
export const estimatorFamilies: Readonly<Record<string, Readonly<Partial<Record<Family, string>>>>> = {
  sklearn: {
    'linear-regression':
      'LinearRegression Ridge RidgeCV Lasso LassoCV LassoLars ElasticNet ElasticNetCV BayesianRidge ARDRegression HuberRegressor SGDRegressor TheilSenRegressor RANSACRegressor Lars OrthogonalMatchingPursuit LinearSVR',
    'logistic-regression': 'LogisticRegression LogisticRegressionCV',
    'linear-classifier': 'RidgeClassifier RidgeClassifierCV SGDClassifier Perceptron PassiveAggressiveClassifier',
    glm: 'PoissonRegressor GammaRegressor TweedieRegressor QuantileRegressor',
    svm: 'SVC SVR NuSVC NuSVR LinearSVC OneClassSVM KernelRidge',
    knn: 'KNeighborsClassifier KNeighborsRegressor RadiusNeighborsClassifier RadiusNeighborsRegressor NearestCentroid',
    'decision-tree': 'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
    'random-forest': 'RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor',
    boosting:
      'GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor',
    ensemble:
      'VotingClassifier VotingRegressor StackingClassifier StackingRegressor BaggingClassifier BaggingRegressor',
    mlp: 'MLPClassifier MLPRegressor',
    'naive-bayes': 'GaussianNB MultinomialNB BernoulliNB ComplementNB CategoricalNB',
    lda: 'LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis',
    'gaussian-process': 'GaussianProcessClassifier GaussianProcessRegressor',
    clustering:
      'KMeans MiniBatchKMeans DBSCAN AgglomerativeClustering SpectralClustering MeanShift Birch OPTICS HDBSCAN AffinityPropagation',
    density: 'GaussianMixture BayesianGaussianMixture KernelDensity',
    'anomaly-detection': 'IsolationForest LocalOutlierFactor EllipticEnvelope',
    'topic-model': 'LatentDirichletAllocation NMF',
  },
  xgboost: {
    boosting: 'XGBClassifier XGBRegressor XGBRanker train cv',
    'random-forest': 'XGBRFClassifier XGBRFRegressor',
  },
  lightgbm: { boosting: 'LGBMClassifier LGBMRegressor LGBMRanker train cv' },
  catboost: { boosting: 'CatBoostClassifier CatBoostRegressor CatBoost train cv' },
  statsmodels: { 'linear-regression': 'OLS ols WLS wls GLS gls', glm: 'GLM glm', 'logistic-regression': 'Logit logit' },
};

/** Layers of networks, the more telling first; a network is named by the first that it has. */
export const layerFamilies: readonly (readonly [Family, RegExp])[] = [
  ['transformer', /^(MultiHeadAttention|MultiheadAttention|Transformer\w*|TransformerEncoderLayer)$/],
  ['gnn', /^(GCNConv|GATConv|SAGEConv|GINConv)$/],
  ['cnn', /^(SeparableConv|DepthwiseConv|Conv|Convolution)[123][dD]\w*$/],
  ['rnn', /^(LSTM|GRU|SimpleRNN|RNN|ConvLSTM2D)$/],
  ['mlp', /^(Dense|Linear|LazyLinear|EinsumDense)$/],
];
