import {
  formatAgainst,
  formatBytes,
  formatMetric,
  formatNumber,
  formatSeconds,
  formatTarget,
  formatValue,
} from './format-number.ts';
import { cut, safeLine, safeText } from './terminal-safe.ts';

test.each([
  [0.8431, 'accuracy', '84.3 %'],
  [0.99, 'accuracy', '99.0 %'],
  [0.9912, 'accuracy', '99.12 %'],
  [0.99987, 'accuracy', '99.987 %'],
  [1, 'accuracy', '100.0 %'],
  [0, 'f1', '0.0 %'],
  [0.45321, 'r2', '0.4532'],
  [54.3217, 'rmse', '54.32'],
  [0.00001234, 'mse', '0.00001234'],
])('%d of %s is %s', (value, metric, text) => {
  expect(formatMetric(value, metric)).toBe(text);
});

test.each([
  [0.9696, 0.97, 'accuracy', '96.96 %'],
  [0.97, 0.97, 'accuracy', '97.0 %'],
  [0.96999999, 0.97, 'accuracy', '96.999999 %'],
  [0.971, 0.97, 'accuracy', '97.1 %'],
  [2.50001, 2.5, 'rmse', '2.50001'],
  [2.49999, 2.5, 'rmse', '2.49999'],
])('%d is not rounded across %d', (value, target, metric, text) => {
  expect(formatAgainst(value, target, metric)).toBe(text);
});

test('targets as they would be written by hand', () => {
  expect(formatTarget(0.97, 'accuracy')).toBe('97 %');
  expect(formatTarget(0.567, 'f1')).toBe('56.7 %');
  expect(formatTarget(2.5, 'rmse')).toBe('2.5');
});

test.each([
  [12, '12'],
  [0.1 + 0.2, '0.3'],
  [123456.789, '123500'],
  [0.00001234567, '0.00001235'],
  [1e-9, '1e-9'],
  [1e21, '1e+21'],
  [-0.5, '-0.5'],
])('%d is %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('values as Python writes them', () => {
  expect([null, true, false, 3, 'adam'].map(formatValue)).toEqual(['None', 'True', 'False', '3', "'adam'"]);
});

test.each([
  [0.04, '0 s'],
  [0.42, '0.4 s'],
  [9.96, '10 s'],
  [59.7, '1 min'],
  [200, '3 min 20 s'],
  [3900, '1 h 5 min'],
  [7200, '2 h'],
  [183_600, '2 d 3 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

test.each([
  [812, '812 B'],
  [1400, '1.4 kB'],
  [999_600, '1.0 MB'],
  [23_400_000_000, '23 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]8;;https://x\u001b\\link\u001b]8;;\u0007', 'link'],
  ['a\rb\u0000c\u0008', 'abc'],
  ['\u202eevil', 'evil'],
  ['::error::x', ':\u200b:error::x'],
  ['a\n  ::set-output name=x::y', 'a\n  :\u200b:set-output name=x::y'],
  ['##[group]x', '#\u200b#[group]x'],
  ['train.py::x', 'train.py::x'],
])('%j is shown as %j', (text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test('one line, cut by signs and not by halves of them', () => {
  expect(safeLine(' two\n lines\t')).toBe('two lines');
  expect(cut('😀😀😀😀', 3)).toBe('😀😀…');
});
