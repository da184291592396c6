import { attribute, gone, keyword, method } from './entry.ts';
import type { RemovedApi } from './entry.ts';

const xgbModel = /^xgboost\.(sklearn\.)?XGB\w+$/;
const lgbmModel = /^lightgbm\.(sklearn\.)?LGBM\w+$/;

export const boosting: readonly RemovedApi[] = [
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
];
