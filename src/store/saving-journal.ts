import type { Clock, Journal } from '../study/ports.ts';

/** Milliseconds between two savings while a study runs. */
const between = 5 * 60 * 1000;

/**
 * A journal that has the study saved elsewhere now and then, after an attempt has ended: a machine that dies never
 * comes to the saving at the end. Training does not wait for it, and a saving that fails is left to the next one.
 */
export function savingJournal(
  journal: Journal,
  save: () => Promise<unknown>,
  clock: Clock = { now: Date.now },
): Journal {
  let last = Number.NEGATIVE_INFINITY;
  let running: Promise<unknown> | null = null;
  const saveAside = (): void => {
    last = clock.now();
    running = save()
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  };
  return {
    read: () => journal.read(),
    append: async (event) => {
      const recorded = await journal.append(event);
      if (event.kind === 'attempt-ended' && running === null && clock.now() - last >= between) saveAside();
      return recorded;
    },
  };
}
