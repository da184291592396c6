import { calledName } from '../../python/calls.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** A width in hand-written weights: one name that is the output of one matrix and the input of the next. */
export const sharedShape: Guard = (_, all, reading) => {
  const matrices = all.filter((arrival) => makesWeights.test(calledName(arrival.call, reading)));
  const asInput = matrices.some(({ keys }) => keys[0] === '0');
  const asOutput = matrices.some(({ keys }) => keys[0] === '1');
  return asInput && asOutput ? tunable : left('it is the size of the model’s input or output');
};

const makesWeights = /^(random_normal|truncated_normal|random_uniform|normal)$/;
