import { argument, tunable } from './entry.ts';
import type { TunableArgument, TunableCall } from './entry.ts';

const inParameters = { within: { name: 'params', position: 0 }, attribute: null } as const;

export const xgboost: readonly TunableCall[] = [
  tunable(
    'xgboost',
    'XGBClassifier XGBRegressor XGBRFClassifier XGBRFRegressor XGBRanker',
    argument('n_estimators=rounds'),
    argument('learning_rate=learning-rate'),
    argument('eta=learning-rate'),
    argument('max_depth=depth'),
    argument('min_child_weight=child-weight'),
    argument('subsample=row-share'),
    argument('colsample_bytree=column-share'),
    argument('colsample_bylevel=column-share'),
    argument('gamma=split-gain'),
    argument('reg_alpha=regularisation'),
    argument('reg_lambda=regularisation'),
  ),
  tunable(
    'xgboost',
    'train',
    argument('num_boost_round@2=rounds', { attribute: null }),
    ...parameters(
      'eta=learning-rate',
      'learning_rate=learning-rate',
      'max_depth=depth',
      'min_child_weight=child-weight',
      'subsample=row-share',
      'colsample_bytree=column-share',
      'colsample_bylevel=column-share',
      'gamma=split-gain',
      'alpha=regularisation',
      'lambda=regularisation',
      'reg_alpha=regularisation',
      'reg_lambda=regularisation',
    ),
  ),
];

function parameters(...shorts: readonly Parameters<typeof argument>[0][]): readonly TunableArgument[] {
  return shorts.map((short) => argument(short, inParameters));
}
