import { mayBeForked } from './forked-proof.ts';
import { confirmation, lucky, ran, search, stateOf, target } from './sample-events.ts';
import type { Trial } from './state.ts';

function candidate(cold: number | null): Trial {
  return stateOf(lucky, ran(1, 2, confirmation(0), cold)).trials[1]!;
}

test('re-seeded repeats may be forked where fork and cold run told the same number', () => {
  expect(mayBeForked(candidate(0.95), confirmation(1), target)).toBe(true);
  expect(mayBeForked(candidate(0.95), confirmation(2), target)).toBe(true);
});

test.each([
  ['the author-seeded run', candidate(0.95), confirmation(0)],
  ['another last digit', candidate(0.9500000001), confirmation(1)],
  ['no number', candidate(null), confirmation(1)],
  ['no cold run yet', stateOf(lucky).trials[1]!, confirmation(1)],
  ['what searches is not a proof', candidate(0.95), search],
])('not: %s', (_, trial, purpose) => {
  expect(mayBeForked(trial, purpose, target)).toBe(false);
});
