// The suites' own names → the knobs of src/hyperparameters/knobs.ts, as a script that uses these libraries would give them.

export const knobs = {
  lcbench: {
    learning_rate: 'learning-rate',
    max_units: 'units',
    batch_size: 'batch-size',
    momentum: 'momentum',
    max_dropout: 'dropout',
    weight_decay: 'weight-decay',
    num_layers: 'layers',
  },
  rbv2_xgboost: {
    eta: 'learning-rate',
    nrounds: 'rounds',
    max_depth: 'depth',
    min_child_weight: 'child-weight',
    subsample: 'row-share',
    colsample_bytree: 'column-share',
    colsample_bylevel: 'column-share',
    lambda: 'regularisation',
    alpha: 'regularisation',
    gamma: 'split-gain',
  },
  rbv2_rpart: { maxdepth: 'depth', minbucket: 'leaf-size', minsplit: 'split-size' },
  mlp: {
    learning_rate_init: 'learning-rate',
    width: 'units',
    batch_size: 'batch-size',
    alpha: 'regularisation',
    depth: 'layers',
  },
};

/** The maker of each suite's learning rate: what the id of a place in a script would say. */
const callees = { lcbench: 'SGD', mlp: 'MLPClassifier', rbv2_xgboost: 'XGBClassifier' };

/** The places of a suite, as `portfolioOf` and `experienceOf` want them. */
export function placesOf(suite) {
  return Object.entries(knobs[suite]).map(([name, knob]) => ({
    id: `train.py::::${callees[suite] ?? ''}#0.${name}`,
    knob,
    name,
  }));
}
