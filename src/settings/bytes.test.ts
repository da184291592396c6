import { parseBytes } from './bytes.ts';

test.each([
  ['512m', 512 * 2 ** 20],
  ['8g', 8 * 2 ** 30],
  ['1.5 GB', 1.5 * 2 ** 30],
  ['2GiB', 2 * 2 ** 30],
])('%s', (text, bytes) => {
  expect(parseBytes(text)).toEqual({ ok: true, value: bytes });
});

test.each(['8', 'g', '-1g', '8 gigs', '63m', '1e3m'])('%s is refused', (text) => {
  expect(parseBytes(text).ok).toBe(false);
});
