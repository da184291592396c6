import { callsIn, keywordValue } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** The size of training batches: where the number of steps is fixed, it also decides how much data is seen. */
export const batches: Guard = (_, __, reading) =>
  fixedSteps(reading) ? left('the number of steps an epoch has is fixed beside it') : tunable;

export function fixedSteps(reading: Reading): boolean {
  return callsIn(reading.root).some((call) => {
    const steps = keywordValue(call, 'steps_per_epoch', reading) ?? keywordValue(call, 'samples_per_epoch', reading);
    if (steps === null) return false;
    const binding = steps.type === 'identifier' ? reading.bindings.reaching(steps) : null;
    return (binding?.value ?? steps).type === 'integer';
  });
}
