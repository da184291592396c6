import { metricNamed } from '../metrics.ts';
import { problem, value, type Parsed } from './parsed.ts';
import type { GivenTarget } from './settings.ts';

/** Reads `0.8`, `80`, `80 %` and `80%`; what it means is settled when the metric is known. */
export function parseTarget(text: string): Parsed<GivenTarget> {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(text);
  const read = Number(match?.[1]);
  if (match !== null && Number.isFinite(read))
    return value({ text: text.trim(), value: read, percent: match[2] === '%' });
  if (/^\s*\d+,\d+\s*%?\s*$/.test(text)) {
    return problem(`expected a number, got "${text}": write it with a point, ${text.trim().replace(',', '.')}`);
  }
  return problem(`expected a number like 0.8 or "80 %", got "${text}"`);
}

/** Metrics that are not bounded by 0 and 1, but that people write in percent all the same. */
const percentToo = ['r2', 'mape', 'error'];

/**
 * The target in the metric's own unit. For a share such as accuracy, 80 and "80 %" are 0.8; for any other
 * metric a plain number is kept as it is.
 */
export function resolveTarget(given: GivenTarget, metric: string): Parsed<number> {
  const kind = metricNamed(metric);
  const name = kind?.name ?? metric;
  if (kind?.fraction !== true) {
    if (!given.percent) return value(given.value);
    if (kind === undefined || percentToo.includes(name)) return value(hundredth(given.value));
    return problem(`a target for ${name} is a plain number, not a percentage, got "${given.text}"`);
  }
  const share = given.percent || given.value > 1 ? hundredth(given.value) : given.value;
  if (share >= 0 && share <= 1) return value(share);
  return problem(`a target for ${name} lies between 0 and 1 (or 0 % and 100 %), got "${given.text}"`);
}

/** Moves the decimal point: 56.7 becomes 0.567, where a division may give its neighbour. */
function hundredth(number: number): number {
  const text = String(number);
  return text.includes('e') ? number / 100 : Number(`${text}e-2`);
}
