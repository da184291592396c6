import { argument, parameters, tunable } from './entry.ts';
import type { TunableCall } from './entry.ts';

/** CatBoost takes the names of the other boosters too. */
const shared = [
  'learning_rate=learning-rate',
  'eta=learning-rate',
  'depth=depth',
  'max_depth=depth',
  'l2_leaf_reg=regularisation',
  'reg_lambda=regularisation',
  'random_strength=regularisation',
  'bagging_temperature=bagging-temperature',
  'subsample=row-share',
  'rsm=column-share',
  'colsample_bylevel=column-share',
  'min_data_in_leaf=leaf-rows',
  'max_leaves=leaves',
  'num_leaves=leaves',
  'border_count=bins',
] as const;
const rounds = ['iterations=rounds', 'n_estimators=rounds', 'num_boost_round=rounds', 'num_trees=rounds'] as const;

export const catboost: readonly TunableCall[] = [
  tunable(
    'catboost',
    'CatBoostClassifier CatBoostRegressor CatBoost CatBoostRanker',
    argument('iterations@0=rounds'),
    argument('learning_rate@1=learning-rate'),
    argument('depth@2=depth'),
    argument('l2_leaf_reg@3=regularisation'),
    ...[...rounds, ...shared].map((short) => argument(short)),
    ...parameters(...rounds, ...shared),
  ),
  tunable(
    'catboost',
    'train cv',
    argument('num_boost_round=rounds', { attribute: null }),
    argument('iterations=rounds', { attribute: null }),
    ...[...rounds, ...shared].map((short) =>
      argument(short, { within: { name: 'params', position: 1 }, attribute: null }),
    ),
    ...parameters(...rounds, ...shared),
  ),
];
