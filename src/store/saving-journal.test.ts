import type { StudyEvent } from '../study/events.ts';
import type { Journal } from '../study/ports.ts';
import { everyEvent } from './journal.contract.ts';
import type { Saved } from './second-level.ts';
import { savingJournal } from './saving-journal.ts';

const ended = everyEvent.find(({ kind }) => kind === 'attempt-ended')!;
const started = everyEvent.find(({ kind }) => kind === 'attempt-started')!;
const none: Journal = {
  read: () => Promise.resolve([]),
  append: (event: StudyEvent) => Promise.resolve({ n: 0, at: 0, event }),
};
const kept: Saved = { kind: 'kept-already' };
const minutes = (count: number): number => count * 60_000;

test('it saves after the first ended attempt, then every five minutes, one at a time; after a failure sooner', async () => {
  let now = 0;
  const saves: { at: number; done: (saved: Saved) => void; fail: () => void }[] = [];
  const save = (): Promise<Saved> =>
    new Promise((done, reject) => {
      saves.push({
        at: now,
        done,
        fail: () => {
          reject(new Error('no network'));
        },
      });
    });
  const journal = savingJournal(none, save, { now: () => now });
  const end = async (at: number): Promise<void> => {
    await new Promise((done) => setImmediate(done));
    now = at;
    await journal.append(ended);
  };
  await journal.append(started);
  expect(saves).toHaveLength(0);
  await end(0);
  await end(minutes(6));
  expect(saves.map(({ at }) => at)).toEqual([0]);
  saves[0]!.done(kept);
  await end(minutes(6));
  expect(saves.map(({ at }) => at)).toEqual([0, minutes(6)]);
  saves[1]!.done(kept);
  await end(minutes(10));
  expect(saves).toHaveLength(2);
  await end(minutes(12));
  saves[2]!.fail();
  await end(minutes(12.25));
  expect(saves).toHaveLength(3);
  await end(minutes(13));
  saves[3]!.done({ kind: 'failed', why: 'the cache does not answer' });
  await end(minutes(13.75));
  expect(saves.map(({ at }) => at)).toEqual([0, minutes(6), minutes(12), minutes(13), minutes(13.75)]);
});
