import { problem, value, type Parsed } from './parsed.ts';

const units: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes from `512m`, `8g`, `1.5 GB`, `2GiB`: powers of 1024, as Docker counts. At least 64m, or nothing starts. */
export function parseBytes(text: string): Parsed<number> {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt])(?:i?b)?$/i.exec(text.trim()) ?? [];
  if (amount === undefined) return problem(`expected a size like 8g or 512m, got "${text}"`);
  const bytes = Math.floor(Number(amount) * (units[unit.toLowerCase()] ?? 0));
  return bytes >= 64 * 2 ** 20 ? value(bytes) : problem(`expected at least 64m, got "${text}"`);
}
