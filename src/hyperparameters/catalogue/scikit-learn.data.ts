import { argument, tunable } from './entry.ts';
import type { TunableArgument, TunableCall } from './entry.ts';

const sklearn = (names: string, ...list: readonly TunableArgument[]): TunableCall => tunable('sklearn', names, ...list);

const tree: readonly TunableArgument[] = [
  argument('max_depth=depth'),
  argument('min_samples_leaf=leaf-size'),
  argument('min_samples_split=split-size'),
  argument('max_features=features-per-split'),
  argument('max_leaf_nodes=leaves'),
  argument('ccp_alpha=regularisation'),
  argument('criterion=criterion'),
];
const treeOfRegression = tree.filter(({ name }) => name !== 'criterion');
const rounds = argument('n_estimators=rounds');
const learningRate = argument('learning_rate=learning-rate');
const iterations = argument('max_iter=iterations');

export const scikitLearn: readonly TunableCall[] = [
  sklearn('LogisticRegression', argument('C=inverse-regularisation'), iterations),
  sklearn('Ridge RidgeClassifier KernelRidge', argument('alpha@0=regularisation')),
  sklearn('Lasso LassoLars', argument('alpha@0=regularisation'), iterations),
  sklearn('ElasticNet', argument('alpha@0=regularisation'), argument('l1_ratio=l1-share'), iterations),
  sklearn(
    'SGDClassifier SGDRegressor',
    argument('alpha=regularisation'),
    argument('eta0=learning-rate'),
    argument('l1_ratio=l1-share'),
    iterations,
  ),
  sklearn('Perceptron', argument('alpha=regularisation'), argument('eta0=learning-rate'), iterations),
  sklearn('LinearSVC LinearSVR', argument('C=inverse-regularisation'), iterations),
  sklearn(
    'SVC SVR',
    argument('C=inverse-regularisation'),
    argument('gamma=kernel-width'),
    argument('kernel=kernel'),
    argument('degree=degree'),
    argument('epsilon=regularisation'),
  ),
  sklearn(
    'KNeighborsClassifier KNeighborsRegressor',
    argument('n_neighbors@0=neighbours'),
    argument('weights=neighbour-weights'),
    argument('p=distance-power'),
    argument('metric=distance'),
  ),
  sklearn('DecisionTreeClassifier ExtraTreeClassifier', ...tree),
  sklearn('DecisionTreeRegressor ExtraTreeRegressor', ...treeOfRegression),
  sklearn('RandomForestClassifier ExtraTreesClassifier', argument('n_estimators@0=rounds'), ...tree),
  sklearn('RandomForestRegressor ExtraTreesRegressor', argument('n_estimators@0=rounds'), ...treeOfRegression),
  sklearn(
    'GradientBoostingClassifier GradientBoostingRegressor',
    rounds,
    learningRate,
    argument('subsample=row-share'),
    ...treeOfRegression,
  ),
  sklearn(
    'HistGradientBoostingClassifier HistGradientBoostingRegressor',
    argument('max_iter=rounds'),
    learningRate,
    argument('max_depth=depth'),
    argument('max_leaf_nodes=leaves'),
    argument('min_samples_leaf=leaf-size'),
    argument('l2_regularization=regularisation'),
  ),
  sklearn('AdaBoostClassifier AdaBoostRegressor', rounds, learningRate),
  sklearn('BaggingClassifier BaggingRegressor', rounds, argument('max_samples=row-share')),
  sklearn(
    'MLPClassifier MLPRegressor',
    argument('hidden_layer_sizes=units', { elements: true }),
    argument('alpha=regularisation'),
    argument('learning_rate_init=learning-rate'),
    argument('batch_size=batch-size'),
    argument('max_iter=epochs'),
    argument('activation=activation'),
    argument('solver=solver'),
  ),
  sklearn('MultinomialNB BernoulliNB ComplementNB', argument('alpha=regularisation')),
  sklearn('GaussianNB', argument('var_smoothing=regularisation')),
];
