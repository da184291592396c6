import { argument, parameters, tunable } from './entry.ts';
import type { TunableCall } from './entry.ts';

const leaves = { guard: 'leaves-within-depth' } as const;
const depth = { guard: 'depth-above-leaves' } as const;
/** Keys of the native parameters and keywords of the estimators, with the aliases that LightGBM takes. */
const shared = [
  'min_child_samples=leaf-rows',
  'min_data_in_leaf=leaf-rows',
  'min_child_weight=child-weight',
  'min_sum_hessian_in_leaf=child-weight',
  'subsample=row-share',
  'bagging_fraction=row-share',
  'colsample_bytree=column-share',
  'feature_fraction=column-share',
  'reg_alpha=regularisation',
  'reg_lambda=regularisation',
  'lambda_l1=regularisation',
  'lambda_l2=regularisation',
  'min_split_gain=split-gain',
  'min_gain_to_split=split-gain',
  'max_bin=bins',
  'bagging_freq=bagging-interval',
  'subsample_freq=bagging-interval',
  'feature_fraction_bynode=column-share',
  'path_smooth=regularisation',
] as const;

export const lightgbm: readonly TunableCall[] = [
  tunable(
    'lightgbm',
    'LGBMClassifier LGBMRegressor LGBMRanker',
    argument('n_estimators=rounds', { absent: '100' }),
    argument('learning_rate=learning-rate', { absent: '0.1' }),
    argument('num_leaves=leaves', { absent: '31', ...leaves }),
    argument('max_depth=limit-of-depth', depth),
    ...shared.map((short) => argument(short)),
  ),
  tunable(
    'lightgbm',
    'train cv',
    argument('num_boost_round@2=rounds', { attribute: null }),
    argument('num_leaves=leaves', { within: { name: 'params', position: 0 }, attribute: null, ...leaves }),
    argument('max_depth=limit-of-depth', { within: { name: 'params', position: 0 }, attribute: null, ...depth }),
    ...parameters(
      'learning_rate=learning-rate',
      'eta=learning-rate',
      'shrinkage_rate=learning-rate',
      'num_iterations=rounds',
      'n_estimators=rounds',
      'num_boost_round=rounds',
      'num_rounds=rounds',
      ...shared,
    ),
  ),
];
