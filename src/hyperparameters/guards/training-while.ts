import { fieldOf } from '../../python/syntax-tree.ts';
import { trains } from './epoch-loop.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** `while step < 60000:` around a step of training. */
export const trainingWhile: Guard = ({ call }, _, reading) => {
  const body = fieldOf(call, 'body');
  return body !== null && trains(body, reading, 3) ? tunable : elsewhere;
};
