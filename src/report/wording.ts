import { metricNamed } from '../metrics.ts';
import type { Target } from '../study/events.ts';
import type { Change } from './outcome.ts';
import { formatNumber, formatTarget, formatValue } from './format-number.ts';
import { safeLine } from './terminal-safe.ts';

/** `accuracy ≥ 97 %`, or what there is instead of a target. */
export function describeTarget({ metric, direction, value }: Target): string {
  if (value === null) return `none; ${safeLine(metric, 40)} is only reported`;
  return `${safeLine(metric, 40)} ${direction === 'maximise' ? '≥' : '≤'} ${formatTarget(value, metric)}`;
}

/** Whether `a` is better than `b`. */
export function isBetter(a: number, b: number, { direction }: Target): boolean {
  return direction === 'maximise' ? a > b : a < b;
}

/** `units 32 → 64, rate 0.01 → 0.003`. */
export function describeChanges(changes: readonly Change[]): string {
  return changes
    .map(
      ({ hyperparameter, before, after }) => `${safeLine(hyperparameter.name, 40)} ${shown(before)} → ${shown(after)}`,
    )
    .join(', ');
}

function shown(value: Change['before']): string {
  return safeLine(formatValue(value), 40);
}

/** A target worth trying when none was given: a tenth of the error less, or a fifth of what is missing to 1. */
export function proposeTarget(value: number, { metric, direction }: Target): string {
  const bounded = metricNamed(metric)?.fraction === true || metricNamed(metric)?.name === 'r2';
  if (bounded && direction === 'maximise' && value < 1) return String(Number((value + (1 - value) / 5).toFixed(2)));
  const step = Math.abs(value) / 10;
  return formatNumber(Number((direction === 'maximise' ? value + step : value - step).toPrecision(2)));
}

/** `1 trial`, `3 trials`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The files that a script saved, a few of them by name. */
export function describeSaved(files: readonly string[]): string {
  const named = files.slice(0, 4).map((path) => safeLine(path, 60));
  const rest = files.length - named.length;
  return `${named.join(', ')}${rest === 0 ? '' : ` and ${count(rest, 'more file')}`}`;
}
