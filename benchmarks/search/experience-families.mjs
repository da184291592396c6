// What learn-experience.mjs learns, a family a row: from a suite of YAHPO Gym, or from the table of synthetic data sets with the
// family's name. `also`: other knobs for the same thing; `from`: a coordinate's name in the suite; `unit`: what a value there is
// a multiple of. The ends of a coordinate are what was tried, what the product may set, and what a trial may cost.
// Left out: support vectors, whose kernels and widths no quadratic surface holds (more trials with it than without), and trees of
// regression, whose data sets agree on too little (correlation 0.2).
const log = (knob, low, high, more = {}) => ({ knob, scale: 'log', low, high, ...more });
const linear = (knob, low, high, more = {}) => ({ knob, scale: 'linear', low, high, ...more });
const choice = (knob) => ({ knob });

/** A tree without a limit is as deep as the deepest. */
const depth = (most) => linear('depth', 1, most, { levels: { null: 1 } });
const leaf = log('leaf-size', 1, 40);
/** Of columns, of which there are usually some dozens. */
const features = linear('features-per-split', 0.1, 1, { levels: { sqrt: 0.1, log2: 0.1 } });
const boosting = [log('learning-rate', 0.002, 0.6), log('rounds', 5, 200)];

export const families = [
  {
    family: 'nearest neighbours',
    makers: ['KNeighborsClassifier'],
    coordinates: [log('neighbours', 1, 150), choice('neighbour-weights'), linear('distance-power', 1, 3)],
  },
  {
    family: 'decision tree',
    makers: ['DecisionTreeClassifier'],
    coordinates: [depth(24), log('leaf-size', 1, 60), log('split-size', 2, 90), choice('criterion')],
  },
  {
    family: 'forest',
    makers: ['RandomForestClassifier', 'ExtraTreesClassifier'],
    coordinates: [log('trees', 3, 200), depth(24), leaf, log('split-size', 2, 60), features],
  },
  {
    family: 'forest of regression',
    makers: ['RandomForestRegressor', 'ExtraTreesRegressor'],
    coordinates: [log('trees', 3, 150), depth(24), leaf, log('split-size', 2, 60), features],
  },
  {
    family: 'gradient boosting',
    makers: ['GradientBoostingClassifier'],
    coordinates: [...boosting, linear('depth', 1, 6), linear('row-share', 0.3, 1), leaf],
  },
  {
    family: 'gradient boosting of regression',
    makers: ['GradientBoostingRegressor'],
    coordinates: [...boosting, linear('depth', 1, 9), linear('row-share', 0.3, 1), leaf],
  },
  {
    family: 'histogram boosting',
    makers: ['HistGradientBoostingClassifier', 'HistGradientBoostingRegressor', 'LGBMClassifier', 'LGBMRegressor'],
    coordinates: [...boosting, log('leaves', 2, 40), log('leaf-size', 1, 60, { also: ['leaf-rows'] })],
  },
  {
    family: 'logistic regression',
    makers: ['LogisticRegression', 'LinearSVC'],
    coordinates: [log('inverse-regularisation', 1e-4, 1e3), log('iterations', 2, 800)],
  },
  { family: 'ridge', makers: ['Ridge', 'RidgeClassifier'], coordinates: [log('regularisation', 1e-4, 1e4)] },
  { family: 'lasso', makers: ['Lasso', 'ElasticNet'], coordinates: [log('regularisation', 1e-4, 1e3)] },
  {
    family: 'perceptron',
    makers: ['MLPClassifier', 'MLPRegressor'],
    coordinates: [
      log('learning-rate', 1e-5, 0.3),
      log('regularisation', 1e-5, 3),
      log('epochs', 5, 240),
      log('units', 2, 200),
      log('batch-size', 16, 400),
      choice('solver'),
      choice('mlp-activation'),
    ],
  },
  {
    family: 'network',
    all: ['learning-rate', 'epochs'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    none: ['rounds'],
    relativeRate: true,
    multiples: ['epochs'],
    coordinates: [
      // Faster than this is unstable where a script keeps its rate to the end.
      log('learning-rate', 0.01, 8),
      log('epochs', 0.5, 6),
      log('units', 4, 300),
      log('filters', 2, 48),
      log('batch-size', 12, 500),
      linear('dropout', 0, 0.75),
      linear('momentum', 0, 0.92),
    ],
  },
  {
    family: 'boosted trees',
    suite: 'rbv2_xgboost',
    all: ['learning-rate', 'rounds'],
    some: ['rounds'],
    coordinates: [
      log('learning-rate', 0.00092, 1, { from: 'eta', usual: 0.1 }),
      // More only take longer.
      log('rounds', 7, 800, { from: 'nrounds', usual: 100 }),
      linear('depth', 1, 15, { from: 'max_depth', usual: 6 }),
      log('child-weight', 2.72, 148, { from: 'min_child_weight', usual: 2.72 }),
      linear('row-share', 0.1, 1, { from: 'subsample', usual: 1 }),
      linear('column-share', 0.01, 1, {
        from: 'colsample_bytree',
        usual: 1,
        names: ['colsample_bytree', 'feature_fraction', 'rsm'],
      }),
      linear('column-share', 0.01, 1, { from: 'colsample_bylevel', usual: 1, names: ['colsample_bylevel'] }),
      log('regularisation', 0.00092, 1096, {
        from: 'lambda',
        usual: 1,
        names: ['reg_lambda', 'lambda', 'lambda_l2', 'l2_leaf_reg', 'l2_regularization'],
      }),
      log('regularisation', 0.00092, 1096, { from: 'alpha', usual: 0.001, names: ['reg_alpha', 'alpha', 'lambda_l1'] }),
      log('split-gain', 4.55e-5, 7.38, { from: 'gamma', usual: 1e-4, names: ['gamma', 'min_split_loss'] }),
    ],
  },
  {
    family: 'neural network',
    suite: 'lcbench',
    all: ['learning-rate'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    // LCBench trains for 52 epochs.
    none: ['rounds', 'epochs'],
    relativeRate: true,
    coordinates: [
      // LCBench anneals the rate of its SGD. A script that keeps it constant is unstable at the edge that LCBench likes.
      log('learning-rate', 0.01, 3, { from: 'learning_rate', unit: 0.01, usual: 1 }),
      log('units', 64, 1024, { from: 'max_units', usual: 128 }),
      // Smaller ones train many times slower.
      log('batch-size', 32, 512, { from: 'batch_size', usual: 64 }),
      linear('momentum', 0.1, 0.92, { from: 'momentum', usual: 0.9 }),
      linear('dropout', 0, 1, { from: 'max_dropout', usual: 0.2 }),
      log('weight-decay', 1e-5, 0.1, { from: 'weight_decay', usual: 1e-4 }),
      linear('layers', 1, 5, { from: 'num_layers', usual: 2 }),
    ],
  },
];
