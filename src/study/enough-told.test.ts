import { hasToldEnough } from './enough-told.ts';
import type { Message, Observation } from './messages.ts';
import { baseline, goal, observed, ran, stateOf, target } from './sample-events.ts';
import type { Trial } from './state.ts';

/** A baseline that ran ten epochs; the curve ended at 0.7, and the script told `final`. */
function baselineWith(final: number | null, curve: Partial<Observation> = {}): Trial | undefined {
  const events = ran(0, 1, baseline, final).map((event) =>
    event.kind === 'attempt-ended'
      ? { ...event, observations: [observed(0.7, { epoch: 10, ...curve }), ...event.observations] }
      : event,
  );
  return stateOf(goal, events).trials[0];
}

const epochs = (values: readonly number[], more: Partial<Observation> = {}): Message[] =>
  values.map((value, index) => ({ kind: 'metric', t: index, ...observed(value, { epoch: index + 1, ...more }) }));

const everyTenth = (values: readonly number[]): Message[] =>
  values.map((value, index) => ({ kind: 'metric', t: index, ...observed(value, { epoch: 10 * (index + 1) }) }));

test.each<[string, Message[], Trial | undefined, boolean]>([
  ['the target for some epochs', epochs([0.5, 0.91, 0.9, 0.93]), baselineWith(0.7), true],
  ['the target in passing', epochs([0.5, 0.91, 0.89, 0.91, 0.92]), baselineWith(0.7), false],
  ['the target, where the last epoch is all there is', epochs([0.91, 0.91, 0.92]), baselineWith(null), true],
  ['less than the target', epochs([0.5, 0.89]), baselineWith(0.7), false],
  ['a curve that is not the metric that counts', epochs([0.95, 0.95, 0.95]), baselineWith(0.65), false],
  [
    'a curve that the baseline did not tell',
    epochs([0.95, 0.95, 0.95], { split: 'validation' }),
    baselineWith(0.7),
    false,
  ],
  ['training accuracy', epochs([0.95, 0.95, 0.95], { split: 'train' }), baselineWith(0.7, { split: 'train' }), false],
  ['the same number from the first epoch on', epochs([0.1, 0.1, 0.1]), baselineWith(0.7), true],
  ['the same number too briefly', epochs([0.1, 0.1]), baselineWith(0.7), false],
  ['the same number after it has moved', epochs([0.1, 0.2, 0.2, 0.2, 0.2]), baselineWith(0.7), false],
  ['the same number, but better than the baseline', epochs([0.8, 0.8, 0.8]), baselineWith(0.7), false],
  [
    'the same number early in a long training',
    [{ kind: 'progress', t: 0, phase: 'train', epoch: 1, epochs: 50 }, ...epochs([0.1, 0.1, 0.1])],
    baselineWith(0.7),
    false,
  ],
  [
    'the same number in every tenth of many rounds',
    [{ kind: 'progress', t: 0, phase: 'train', epoch: 1, epochs: 200 }, ...everyTenth([0.1, 0.1, 0.1, 0.1])],
    baselineWith(0.7),
    true,
  ],
  ['nothing before the baseline has run', epochs([0.95, 0.95, 0.95]), stateOf(goal).trials[0], false],
])('a training that has told %s', (_, messages, first, enough) => {
  expect(hasToldEnough(messages, first, target)).toBe(enough);
});

test('only the epoch that was told last is judged', () => {
  expect(hasToldEnough(epochs([0.95, 0.95, 0.95, 0.85]), baselineWith(0.7), target)).toBe(false);
  const final: Message = { kind: 'metric', t: 9, ...observed(0.95) };
  expect(hasToldEnough([...epochs([0.95, 0.95, 0.95]), final], baselineWith(0.7), target)).toBe(false);
});
