import type { DataFile } from './data-file.ts';
import { changedData, refuseChangedData } from './data-read.ts';
import type { StudyEvent } from './events.ts';
import { baseline, missed, ran, search, stateOf, suggested } from './sample-events.ts';

const file = (digest: string, more: Partial<DataFile> = {}): DataFile => ({
  path: '/data/train.csv',
  bytes: 100,
  digest,
  ...more,
});
const reading = (events: readonly StudyEvent[], ...data: readonly DataFile[]): StudyEvent[] =>
  events.map((event) => (event.kind === 'attempt-ended' ? { ...event, data } : event));
const asItIs = (...data: readonly DataFile[]): StudyEvent[] => reading(missed, ...data);
const trial = (number: number, ...data: readonly DataFile[]): StudyEvent[] => [
  suggested(number),
  ...reading(ran(number, 1, search, 0.5), ...data),
];
const other = file('a', { path: '/data/test.csv' });

test.each<[string, StudyEvent[]]>([
  ['the same file', [...asItIs(file('a')), ...trial(1, file('a')), ...trial(2, file('a'))]],
  ['another file', [...asItIs(file('a')), ...trial(1, other)]],
  ['nothing', [...asItIs(file('a')), ...trial(1)]],
  ['something where nothing was seen before', [...asItIs(), ...trial(1, file('a'))]],
])('a trial that reads %s goes on', (_, events) => {
  expect(changedData(stateOf(events))).toBeNull();
});

test('other content under the same name is found, by whichever run it was read first', () => {
  const now = file('b', { bytes: 120 });
  expect(changedData(stateOf(asItIs(other, file('a')), trial(1), trial(2, now, other)))).toEqual({
    before: file('a'),
    now,
    trial: 2,
  });
  expect(changedData(stateOf(asItIs(), trial(1, file('a')), trial(2, now)))).toMatchObject({ trial: 2 });
  expect(changedData(stateOf(asItIs(file('a')), reading(ran(0, 2, baseline, 0.5), now)))).toMatchObject({ trial: 0 });
});

test('the study is refused in a sentence that names the file', () => {
  expect(() => {
    refuseChangedData(stateOf(asItIs(file('a')), trial(1, file('b'))));
  }).toThrow(
    'The data changed during this study: /data/train.csv had other content when trial 1 read it, so that its result cannot be compared with those before.',
  );
  expect(() => {
    refuseChangedData(stateOf(asItIs(file('a')), reading(ran(0, 2, baseline, 0.5), file('b', { bytes: 7 }))));
  }).toThrow('/data/train.csv had 7 bytes instead of 100 when the script as it is read it');
  expect(() => {
    refuseChangedData(stateOf(asItIs(file('a')), trial(1, file('a'))));
  }).not.toThrow();
});
