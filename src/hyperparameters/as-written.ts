import type { Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';

const digits = 3;

/**
 * The value that a rewrite really writes: numbers as a person would write them, with few digits; the
 * author's own value as it is. This, not the suggestion, is what must arrive.
 */
export function asWritten({ id, value: own, dimension }: Hyperparameter, wanted: Value | undefined): Value {
  if (wanted === undefined || Object.is(wanted, own)) return own;
  if (dimension.kind === 'choice') {
    if (dimension.choices.includes(wanted)) return wanted;
    throw new Error(`${id} cannot be ${String(wanted)}: that is none of its choices.`);
  }
  if (typeof wanted !== 'number' || !Number.isFinite(wanted))
    throw new Error(`${id} cannot be ${String(wanted)}: it holds a number.`);
  if (dimension.kind === 'integer') return Math.round(wanted);
  const short = Number(wanted.toPrecision(digits));
  return dimension.low <= short && short <= dimension.high ? short : wanted;
}
