import { argument, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

const unseen = { attribute: null } as const;

/** Family, formula, link and order are the model that was asked for; what is left are penalties and smoothing. */
export const statsmodels: readonly TunableCall[] = [
  tunableMethod(
    'statsmodels',
    'fit_regularized',
    argument('alpha=regularisation', unseen),
    argument('L1_wt=l1-share', unseen),
  ),
  tunableMethod(
    'statsmodels',
    'fit',
    argument('smoothing_level=share', unseen),
    argument('smoothing_trend=share', unseen),
    argument('smoothing_slope=share', unseen),
    argument('smoothing_seasonal=share', unseen),
  ),
];
