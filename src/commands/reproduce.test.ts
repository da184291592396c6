import { holdsNumber } from './reproduce.ts';

test.each([
  ['score: 0.9733', true],
  ['0.97333333333333338', false],
  ['97.3 of 100', true],
  ['97.33 %', true],
  ['version 0.97', false],
  ['0.9734', false],
  ['10.9733', false],
])('%s tells 0.97333: %s', (line, holds) => {
  expect(holdsNumber(line, 0.97333)).toBe(holds);
});

test('all digits that Python prints', () => {
  expect(holdsNumber('0.8333333333333334', 5 / 6)).toBe(true);
});
