import { metricNamed } from '../metrics.ts';
import type { Value } from '../search/space.ts';

/** A metric as people read it: `84.3 %` for a share, with the digits that suit `like`; `2.31` for anything else. */
export function formatMetric(value: number, metric: string, like = value): string {
  const share = metricNamed(metric)?.fraction === true;
  return share ? `${(value * 100).toFixed(percentDigits(like))} %` : formatNumber(value);
}

/** Near 100 % the digits that matter lie further back. */
function percentDigits(share: number): number {
  const missing = Math.abs(1 - share);
  if (missing === 0 || missing >= 0.01) return 1;
  return missing >= 0.001 ? 2 : 3;
}

/** A target as it would be written by hand: `97 %`, not `97.0 %`. */
export function formatTarget(value: number, metric: string): string {
  const share = metricNamed(metric)?.fraction === true;
  return share ? `${Number((value * 100).toPrecision(12))} %` : String(Number(value.toPrecision(12)));
}

/** A metric beside its target: with as many digits as it takes that rounding does not carry it over. */
export function formatAgainst(value: number, target: number | null, metric: string): string {
  const usual = formatMetric(value, metric);
  if (target === null || value === target) return usual;
  const share = metricNamed(metric)?.fraction === true;
  const [number, goal] = share ? [value * 100, target * 100] : [value, target];
  if (Math.sign(parseFloat(usual) - goal) === Math.sign(number - goal)) return usual;
  for (let digits = 4; digits < 17; digits++) {
    const text = String(Number(number.toPrecision(digits)));
    if (Math.sign(Number(text) - goal) === Math.sign(number - goal)) return share ? `${text} %` : text;
  }
  return share ? `${number} %` : String(number);
}

/** Four digits that matter; whole numbers whole. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e7 ? String(Number(value.toExponential(3))) : String(Number(value.toPrecision(4)));
}

/** As Python would write it. */
export function formatValue(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? formatNumber(value) : `'${value}'`;
}

/** `0.4 s`, `42 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 9.95) return `${Number(Math.max(0, seconds).toFixed(1))} s`;
  const whole = Math.round(seconds);
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => whole >= size);
  let left = whole;
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count} ${unit}`;
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** `812 B`, `1.4 MB`, `23 GB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 9.95 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
}
