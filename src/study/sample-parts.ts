import type { StudyEvent } from './events.ts';
import type { Parts } from './parts.ts';
import type { Journal, Runner } from './ports.ts';
import { rules } from './sample-events.ts';

/** What the loop needs, around a runner, with a journal in memory and nothing to tune, for the tests of this room. */
export function sampleParts(runner: Runner, events: StudyEvent[], more: Partial<Parts['rules']> = {}): Parts {
  const journal: Journal = {
    read: () => Promise.resolve(events.map((event, n) => ({ n, at: n, event }))),
    append: (event) => {
      events.push(event);
      return Promise.resolve({ n: events.length, at: events.length, event });
    },
  };
  return {
    journal,
    runner,
    rules: {
      ...rules,
      optimiser: { ...rules.optimiser, suggest: () => ({ point: {}, why: '', chance: null }) },
      ...more,
    },
    choice: { tune: [], keep: [] },
    files: [],
    hyperparameters: [],
    order: { study: 's', fence: 1, script: 'train.py', directory: '', arguments: [] },
    limit: () => null,
    placeOf: (trial, attempt) => ({ study: 's', trial, attempt, folder: '' }),
    see: () => undefined,
    interrupted: new AbortController().signal,
  };
}
