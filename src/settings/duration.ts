import { problem, value, type Parsed } from './parsed.ts';

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

/** Seconds from `90s`, `30m`, `2h`, `1h30m`, `1.5h`, `2d`. A bare number has no unit, and is asked for one. */
export function parseDuration(text: string): Parsed<number> {
  const tight = text.replace(/\s+/g, '').toLowerCase();
  if (/^\d+(\.\d+)?$/.test(tight)) {
    return problem(`expected a time with its unit, got "${text}": did you mean ${tight}s, ${tight}m or ${tight}h?`);
  }
  if (!/^(\d+(\.\d+)?[smhd])+$/.test(tight)) return problem(`expected a time like 90s, 30m, 2h or 7d, got "${text}"`);
  let seconds = 0;
  for (const [, amount, unit = ''] of tight.matchAll(/([\d.]+)([smhd])/g))
    seconds += Number(amount) * (units[unit] ?? 0);
  return seconds > 0 ? value(seconds) : problem(`expected a time longer than nothing, got "${text}"`);
}
