import type { StudyEvent } from '../study/events.ts';
import type { Journal } from '../study/ports.ts';
import { everyEvent } from './journal.contract.ts';
import { savingJournal } from './saving-journal.ts';

const ended = everyEvent.find(({ kind }) => kind === 'attempt-ended')!;
const started = everyEvent.find(({ kind }) => kind === 'attempt-started')!;
const none: Journal = {
  read: () => Promise.resolve([]),
  append: (event: StudyEvent) => Promise.resolve({ n: 0, at: 0, event }),
};
const minutes = (count: number): number => count * 60_000;

test('it saves after the first ended attempt, then every five minutes, one at a time, and survives a failure', async () => {
  let now = 0;
  const saves: { at: number; fail: () => void }[] = [];
  const save = (): Promise<void> =>
    new Promise((_, reject) => {
      saves.push({
        at: now,
        fail: () => {
          reject(new Error('no network'));
        },
      });
    });
  const journal = savingJournal(none, save, { now: () => now });
  await journal.append(started);
  expect(saves).toHaveLength(0);
  await journal.append(ended);
  now = minutes(6);
  await journal.append(ended);
  expect(saves.map(({ at }) => at)).toEqual([0]);
  saves[0]!.fail();
  await new Promise((done) => setImmediate(done));
  await journal.append(ended);
  expect(saves.map(({ at }) => at)).toEqual([0, minutes(6)]);
  saves[1]!.fail();
  await new Promise((done) => setImmediate(done));
  now = minutes(10);
  await journal.append(ended);
  expect(saves).toHaveLength(2);
});
