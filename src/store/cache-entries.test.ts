import { keyOf, keyPrefix, stateIn, superseded } from './cache-entries.ts';

const hour = 60 * 60 * 1000;
const now = 100 * hour;

type Entry = Parameters<typeof superseded>[0][number];

function entry(id: number, hoursAgo: number, more: Partial<Entry> = {}): Entry {
  const key = keyOf({ study: 'train-1a2b3c4d', events: id, whole: false }, '0123abcd');
  return { id, key, ref: 'refs/heads/main', version: 'v', createdAt: now - hoursAgo * hour, ...more };
}
const gone = (entries: readonly Entry[]): number[] => superseded(entries, now).map(({ id }) => id);

test('a key tells what it holds, and begins with what it is searched by', () => {
  const state = { study: 'my-train-1a2b3c4d', events: 12, whole: true };
  expect(keyOf(state, '0123abcd')).toBe('retune-study-my-train-1a2b3c4d-12-whole-0123abcd');
  expect(stateIn(keyOf(state, '0123abcd'))).toEqual(state);
  expect(keyOf(state, '0123abcd').startsWith(keyPrefix(state.study))).toBe(true);
  expect(stateIn('npm-linux-12-whole-0123abcd')).toBeNull();
});

test('the newest state of a study stays, and what it stands over goes, whatever the order of the list', () => {
  expect(gone([entry(1, 5), entry(3, 2), entry(2, 4)])).toEqual([2, 1]);
  expect(gone([entry(1, 50)])).toEqual([]);
});

test('what a job may be bringing back at this moment stays', () => {
  expect(gone([entry(1, 5), entry(2, 0.5)])).toEqual([]);
  expect(gone([entry(1, 5), entry(2, 3), entry(3, 0.5)])).toEqual([1]);
});

test('another branch, another version, another study and what is not ours are left alone', () => {
  const others: Partial<Entry>[] = [
    { ref: 'refs/heads/topic' },
    { version: 'w' },
    { key: keyOf({ study: 'train-99999999', events: 1, whole: false }, '0123abcd') },
    { key: 'npm-linux' },
  ];
  for (const other of others) expect(gone([entry(1, 5, other), entry(2, 3)])).toEqual([]);
  expect(gone([entry(1, 5, { key: 'npm-linux' }), entry(2, 3, { key: 'npm-linux' })])).toEqual([]);
});
