import { parseDuration } from './duration.ts';
import { parseTarget, resolveTarget } from './target.ts';

const meant = (text: string, metric: string): number | string => {
  const given = parseTarget(text);
  if (!given.ok) return given.problem;
  const target = resolveTarget(given.value, metric);
  return target.ok ? target.value : target.problem;
};

test.each([
  ['0.8', 'accuracy', 0.8],
  ['80', 'accuracy', 0.8],
  ['80 %', 'accuracy', 0.8],
  ['80%', 'val_acc', 0.8],
  ['56.7', 'f1', 0.567],
  ['97.3 %', 'auc', 0.973],
  ['1', 'accuracy', 1],
  ['1 %', 'accuracy', 0.01],
  ['100', 'accuracy', 1],
  ['.5', 'accuracy', 0.5],
  ['2.5', 'rmse', 2.5],
  ['80', 'mae', 80],
  ['-0.2', 'r2', -0.2],
  ['55 %', 'r2', 0.55],
  ['3', 'dice', 3],
  ['3 %', 'dice', 0.03],
  ['1e-3', 'loss', 0.001],
])('%s of %s is %s', (text, metric, value) => {
  expect(meant(text, metric)).toBe(value);
});

test.each([
  ['banana', 'accuracy', 'expected a number like 0.8 or "80 %", got "banana"'],
  ['', 'accuracy', 'expected a number like 0.8 or "80 %", got ""'],
  ['0.8.1', 'accuracy', 'expected a number like 0.8 or "80 %", got "0.8.1"'],
  ['1e999', 'accuracy', 'expected a number like 0.8 or "80 %", got "1e999"'],
  ['120', 'accuracy', 'a target for accuracy lies between 0 and 1 (or 0 % and 100 %), got "120"'],
  ['-0.1', 'accuracy', 'a target for accuracy lies between 0 and 1 (or 0 % and 100 %), got "-0.1"'],
])('%s of %s: %s', (text, metric, problem) => {
  expect(meant(text, metric)).toBe(problem);
});

test.each([
  ['90s', 90],
  ['30m', 1800],
  ['2 h', 7200],
  ['1h30m', 5400],
  ['1.5h', 5400],
  ['30d', 2592000],
  ['90', 'expected a time with its unit, got "90": did you mean 90s, 90m or 90h?'],
  ['soon', 'expected a time like 90s, 30m, 2h or 7d, got "soon"'],
  ['0s', 'expected a time longer than nothing, got "0s"'],
])('%s lasts %s', (text, expected) => {
  const read = parseDuration(text);
  expect(read.ok ? read.value : read.problem).toBe(expected);
});
