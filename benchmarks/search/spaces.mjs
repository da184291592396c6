// The search spaces, the same for every optimiser. Dimensions in the order of importance of src/hyperparameters/knobs.ts.

const real = (id, low, high, scale, start) => ({ kind: 'real', id, low, high, scale, start });
const integer = (id, low, high, scale, start) => ({ kind: 'integer', id, low, high, scale, start });
const choice = (id, choices, start) => ({ kind: 'choice', id, choices, start });

/** `start`: what a library, or its documentation's first example, would take. */
export const spaces = {
  lcbench: [
    real('learning_rate', 1e-4, 0.1, 'log', 1e-3),
    integer('max_units', 64, 1024, 'log', 128),
    integer('batch_size', 16, 512, 'log', 64),
    real('momentum', 0.1, 0.99, 'linear', 0.9),
    real('max_dropout', 0, 1, 'linear', 0.2),
    real('weight_decay', 1e-5, 0.1, 'log', 1e-4),
    integer('num_layers', 1, 5, 'linear', 2),
  ],
  rbv2_xgboost: [
    real('eta', 0.00092, 1, 'log', 0.3),
    integer('nrounds', 7, 2981, 'log', 100),
    integer('max_depth', 1, 15, 'linear', 6),
    choice('booster', ['gbtree', 'gblinear', 'dart'], 'gbtree'),
    real('min_child_weight', 2.72, 148, 'log', 2.72),
    real('subsample', 0.1, 1, 'linear', 1),
    real('colsample_bytree', 0.01, 1, 'linear', 1),
    real('colsample_bylevel', 0.01, 1, 'linear', 1),
    real('lambda', 0.00092, 1096, 'log', 1),
    real('alpha', 0.00092, 1096, 'log', 0.00092),
    real('gamma', 4.55e-5, 7.38, 'log', 4.55e-5),
    real('rate_drop', 0, 1, 'linear', 0),
    real('skip_drop', 0, 1, 'linear', 0),
  ],
  rbv2_rpart: [
    real('cp', 0.00092, 1, 'log', 0.01),
    integer('maxdepth', 1, 30, 'linear', 30),
    integer('minbucket', 1, 100, 'linear', 7),
    integer('minsplit', 1, 100, 'linear', 20),
    choice('num.impute.selected.cpo', ['impute.mean', 'impute.median', 'impute.hist'], 'impute.mean'),
  ],
  /** Grids of ten steps, evenly spaced on a log scale: the index of the step is searched. */
  mlp: [
    integer('learning_rate_init', 0, 9, 'linear', 4),
    integer('width', 0, 9, 'linear', 4),
    integer('batch_size', 0, 9, 'linear', 7),
    integer('alpha', 0, 9, 'linear', 4),
    integer('depth', 0, 2, 'linear', 0),
  ],
};

/** Parameters of a tree booster that the linear one does not have, and those of dropout boosting only. */
export const conditions = {
  rbv2_xgboost: {
    ...Object.fromEntries(
      ['eta', 'max_depth', 'min_child_weight', 'colsample_bytree', 'colsample_bylevel', 'gamma'].map((id) => [
        id,
        ({ booster }) => booster !== 'gblinear',
      ]),
    ),
    rate_drop: ({ booster }) => booster === 'dart',
    skip_drop: ({ booster }) => booster === 'dart',
  },
};
