import { argument, tunable } from './entry.ts';
import type { TunableArgument, TunableCall } from './entry.ts';

const sklearn = (names: string, ...list: readonly TunableArgument[]): TunableCall => tunable('sklearn', names, ...list);

const tree: readonly TunableArgument[] = [
  argument('max_depth=depth', { absent: 'None' }),
  argument('min_samples_leaf=leaf-size', { absent: '1' }),
  argument('min_samples_split=split-size'),
  argument('max_features=features-per-split'),
  argument('max_leaf_nodes=leaves'),
  argument('ccp_alpha=regularisation'),
  argument('min_impurity_decrease=regularisation'),
  argument('criterion@0=criterion'),
];
const forestOf = (criterion: boolean): readonly TunableArgument[] => [
  argument('n_estimators@0=trees', { absent: '100' }),
  argument('criterion=criterion'),
  ...tree
    .filter(({ name }) => name !== 'criterion')
    .map((each) => (each.name === 'max_features' && criterion ? { ...each, absent: "'sqrt'" } : each)),
  argument('max_samples=row-share'),
];
const treeOfRegression = tree.filter(({ name }) => name !== 'criterion');
const rounds = argument('n_estimators=rounds', { absent: '100' });
const learningRate = argument('learning_rate=learning-rate', { absent: '0.1' });
const iterations = argument('max_iter=iterations');
const c = argument('C=inverse-regularisation', { absent: '1.0' });

export const scikitLearn: readonly TunableCall[] = [
  sklearn(
    'LogisticRegression',
    c,
    argument('max_iter=iterations', { absent: '100' }),
    argument('penalty@0=penalty', { guard: 'penalty' }),
    argument('solver=linear-solver', { guard: 'linear-solver' }),
    argument('l1_ratio=l1-share'),
    argument('class_weight=class-weight'),
  ),
  sklearn('Ridge RidgeClassifier KernelRidge', argument('alpha@0=regularisation', { absent: '1.0' })),
  sklearn('Lasso LassoLars MultiTaskLasso', argument('alpha@0=regularisation', { absent: '1.0' }), iterations),
  sklearn(
    'ElasticNet MultiTaskElasticNet',
    argument('alpha@0=regularisation', { absent: '1.0' }),
    argument('l1_ratio=l1-share', { absent: '0.5' }),
    iterations,
  ),
  sklearn(
    'HuberRegressor',
    argument('epsilon=margin'),
    argument('alpha=regularisation', { absent: '0.0001' }),
    iterations,
  ),
  sklearn(
    'TweedieRegressor PoissonRegressor GammaRegressor',
    argument('alpha=regularisation', { absent: '1.0' }),
    iterations,
  ),
  sklearn('QuantileRegressor', argument('alpha=regularisation', { absent: '1.0' })),
  sklearn('BayesianRidge', argument('alpha_1=regularisation'), argument('lambda_1=regularisation')),
  sklearn(
    'SGDClassifier SGDRegressor',
    argument('alpha=regularisation', { absent: '0.0001' }),
    argument('eta0=learning-rate'),
    argument('l1_ratio=l1-share'),
    argument('penalty=penalty'),
    argument('max_iter=iterations', { absent: '1000' }),
    argument('n_iter=iterations'),
  ),
  sklearn(
    'Perceptron PassiveAggressiveClassifier PassiveAggressiveRegressor',
    argument('alpha=regularisation'),
    argument('C=inverse-regularisation'),
    argument('eta0=learning-rate'),
    argument('penalty=penalty'),
    argument('max_iter=iterations'),
    argument('n_iter=iterations'),
  ),
  sklearn('LinearSVC LinearSVR', c, iterations, argument('epsilon=margin'), argument('class_weight=class-weight')),
  sklearn(
    'SVC SVR',
    argument('C=inverse-regularisation', { absent: '1.0' }),
    argument('gamma=kernel-width', { absent: "'scale'" }),
    argument('kernel@0=kernel', { absent: "'rbf'" }),
    argument('degree=degree', { guard: 'polynomial' }),
    argument('epsilon=margin'),
    argument('coef0=kernel-offset'),
    argument('class_weight=class-weight'),
  ),
  sklearn(
    'NuSVC NuSVR OneClassSVM',
    argument('nu=share-of-errors'),
    argument('gamma=kernel-width'),
    argument('kernel=kernel'),
    argument('degree=degree', { guard: 'polynomial' }),
    argument('coef0=kernel-offset'),
  ),
  sklearn(
    'KNeighborsClassifier KNeighborsRegressor',
    argument('n_neighbors@0=neighbours', { absent: '5' }),
    argument('weights=neighbour-weights', { absent: "'uniform'" }),
    argument('p=distance-power', { absent: '2' }),
    argument('metric=distance'),
    argument('leaf_size=query-leaf-size'),
  ),
  sklearn(
    'RadiusNeighborsClassifier RadiusNeighborsRegressor',
    argument('radius@0=radius'),
    argument('weights=neighbour-weights'),
  ),
  sklearn('DecisionTreeClassifier ExtraTreeClassifier', ...tree),
  sklearn('DecisionTreeRegressor ExtraTreeRegressor', ...tree),
  sklearn('RandomForestClassifier ExtraTreesClassifier', ...forestOf(true)),
  sklearn('RandomForestRegressor ExtraTreesRegressor', ...forestOf(false)),
  sklearn(
    'IsolationForest',
    argument('n_estimators=trees'),
    argument('max_samples=row-share'),
    argument('max_features=row-share'),
  ),
  sklearn(
    'GradientBoostingClassifier GradientBoostingRegressor',
    rounds,
    learningRate,
    argument('max_depth=depth', { absent: '3' }),
    argument('subsample=row-share', { absent: '1.0' }),
    ...treeOfRegression.filter(({ name }) => name !== 'max_depth').map((each) => ({ ...each, absent: null })),
  ),
  sklearn(
    'HistGradientBoostingClassifier HistGradientBoostingRegressor',
    argument('max_iter=rounds', { absent: '100' }),
    learningRate,
    argument('max_depth=depth'),
    argument('max_leaf_nodes=leaves', { absent: '31' }),
    argument('min_samples_leaf=leaf-size'),
    argument('l2_regularization=regularisation'),
    argument('max_bins=bins'),
  ),
  sklearn(
    'AdaBoostClassifier AdaBoostRegressor',
    argument('n_estimators=rounds', { absent: '50' }),
    argument('learning_rate=learning-rate', { absent: '1.0' }),
  ),
  sklearn(
    'BaggingClassifier BaggingRegressor',
    argument('n_estimators=rounds', { absent: '10' }),
    argument('max_samples=row-share'),
    argument('max_features=row-share'),
  ),
  sklearn(
    'MLPClassifier MLPRegressor',
    argument('hidden_layer_sizes@0=units', { elements: true }),
    argument('alpha=regularisation', { absent: '0.0001' }),
    argument('learning_rate_init=learning-rate', { absent: '0.001' }),
    argument('batch_size=batch-size'),
    argument('max_iter=epochs', { absent: '200' }),
    argument('momentum=momentum'),
    argument('activation@1=mlp-activation'),
    argument('solver@2=solver'),
  ),
  sklearn(
    'MultinomialNB BernoulliNB ComplementNB CategoricalNB',
    argument('alpha@0=regularisation', { absent: '1.0' }),
  ),
  sklearn('GaussianNB', argument('var_smoothing=regularisation', { absent: '1e-9' })),
  sklearn('LinearDiscriminantAnalysis', argument('shrinkage=share')),
  sklearn('QuadraticDiscriminantAnalysis', argument('reg_param=share')),
  sklearn('KMeans MiniBatchKMeans', argument('n_init=restarts'), argument('max_iter=iterations')),
  sklearn('DBSCAN', argument('eps@0=radius'), argument('min_samples@1=neighbours')),
  sklearn(
    'CountVectorizer TfidfVectorizer',
    argument('max_features=vocabulary-cap'),
    argument('min_df=document-count'),
  ),
  sklearn('PolynomialFeatures', argument('degree@0=polynomial-degree')),
  sklearn('SelectKBest', argument('k@1=feature-count')),
  sklearn('PCA TruncatedSVD NMF KernelPCA FastICA', argument('n_components@0=components')),
];
