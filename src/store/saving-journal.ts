import type { Clock, Journal } from '../study/ports.ts';
import type { Saved } from './second-level.ts';

/** Milliseconds between two savings while a study runs, and after one that failed. */
const between = 5 * 60 * 1000;
const afterFailure = 30 * 1000;

/**
 * A journal that has the study saved elsewhere now and then, after an attempt has ended: a machine that dies never
 * comes to the saving at the end. Training does not wait for it; one that fails is tried again after the next attempt.
 */
export function savingJournal(journal: Journal, save: () => Promise<Saved>, clock: Clock = { now: Date.now }): Journal {
  let next = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  const saveAside = (): void => {
    next = clock.now() + between;
    running = save()
      .then(({ kind }) => kind !== 'failed')
      .catch(() => false)
      .then((saved) => {
        running = null;
        if (!saved) next = clock.now() + afterFailure;
      });
  };
  return {
    read: () => journal.read(),
    append: async (event) => {
      const recorded = await journal.append(event);
      if (event.kind === 'attempt-ended' && running === null && clock.now() >= next) saveAside();
      return recorded;
    },
  };
}
