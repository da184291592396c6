import { argument, parameters, tunable, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

/** Keys of the native parameters, and keywords of the estimators; `eta` and its like are aliases. */
const shared = [
  'eta=learning-rate',
  'max_depth=depth',
  'max_leaves=leaves',
  'min_child_weight=child-weight',
  'subsample=row-share',
  'colsample_bytree=column-share',
  'colsample_bylevel=column-share',
  'colsample_bynode=column-share',
  'gamma=split-gain',
  'min_split_loss=split-gain',
  'reg_alpha=regularisation',
  'reg_lambda=regularisation',
  'alpha=regularisation',
  'lambda=regularisation',
  'max_bin=bins',
  'num_parallel_tree=trees',
] as const;

export const xgboost: readonly TunableCall[] = [
  tunable(
    'xgboost',
    'XGBClassifier XGBRegressor XGBRFClassifier XGBRFRegressor XGBRanker',
    argument('n_estimators=rounds', { absent: '100' }),
    argument('learning_rate=learning-rate', { absent: '0.3' }),
    ...shared.map((short) => (short === 'max_depth=depth' ? argument(short, { absent: '6' }) : argument(short))),
  ),
  tunable(
    'xgboost',
    'train cv',
    argument('num_boost_round@2=rounds', { attribute: null }),
    ...parameters('learning_rate=learning-rate', ...shared),
  ),
  tunableMethod(
    'xgboost',
    'set_params',
    ...['n_estimators=rounds', 'learning_rate=learning-rate', ...shared].map((short) =>
      argument(short as 'eta=learning-rate', { attribute: null }),
    ),
  ),
];
