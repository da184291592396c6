import type { Optimiser } from '../search/optimiser.ts';
import type { Rules } from './command.ts';
import type { Ending } from './ending.ts';
import type { Purpose, StudyEvent } from './events.ts';
import type { Observation, Randomness, Usage } from './messages.ts';
import { after, emptyState } from './state.ts';
import type { State } from './state.ts';

// Events as a journal would hold them, for the tests of this room.

export const target = { metric: 'accuracy', direction: 'maximise', value: 0.9, trainMetric: false } as const;
export const goal: Extract<StudyEvent, { kind: 'goal-set' }> = {
  kind: 'goal-set',
  target,
  budget: { trials: 2, seconds: null },
  repeats: 3,
};
export const space: StudyEvent = {
  kind: 'space-set',
  space: { dimensions: [{ kind: 'integer', id: 'k', low: 1, high: 9, scale: 'linear', start: 5 }] },
  left: [],
};
/** Four places that can be changed, the author's values all 0. */
export const wide: Extract<StudyEvent, { kind: 'space-set' }> = {
  kind: 'space-set',
  space: {
    dimensions: ['a', 'b', 'c', 'd'].map(
      (id) => ({ kind: 'integer', id, low: 0, high: 9, scale: 'linear', start: 0 }) as const,
    ),
  },
  left: [],
};
const random: Randomness = { sources: ['torch'], shared: false };

const counting: Optimiser = {
  name: 'counting',
  suggest: ({ results }) => ({ point: { k: results.length }, why: 'the next number', chance: null }),
  chanceAt: () => null,
};
export const rules: Rules = {
  stage: 'winner',
  optimiser: counting,
  portfolio: [],
  experience: null,
  layers: [],
  parallel: 1,
  machine: { cores: 2, memory: 4e9 },
  seed: 7,
};

export function observed(value: number, more: Partial<Observation> = {}): Observation {
  return {
    name: 'accuracy',
    value,
    split: 'test',
    epoch: null,
    source: 'hook',
    text: 'evaluate',
    size: 100,
    spread: null,
    ...more,
  };
}

/** A started and ended attempt, in the two events that a journal would hold. */
export function ran(
  trial: number,
  attempt: number,
  purpose: Purpose,
  value: number | null,
  more: {
    ending?: Ending;
    randomness?: Randomness | null;
    mismatches?: string[];
    seconds?: number;
    usage?: Usage;
    epochs?: number;
  } = {},
): StudyEvent[] {
  return [
    { kind: 'attempt-started', trial, attempt, purpose, seed: null },
    {
      kind: 'attempt-ended',
      trial,
      attempt,
      ending: more.ending ?? { kind: 'finished' },
      seconds: more.seconds ?? 10,
      observations: value === null ? [] : [observed(value)],
      received: [],
      randomness: more.randomness === undefined ? random : more.randomness,
      mismatches: more.mismatches ?? [],
      ...(more.usage === undefined ? {} : { usage: more.usage }),
      ...(more.epochs === undefined ? {} : { epochs: more.epochs }),
    },
  ];
}

export const baseline: Purpose = { kind: 'baseline' };
export const search: Purpose = { kind: 'search' };
export const confirmation = (repeat: number): Purpose => ({ kind: 'confirmation', repeat });
export const suggested = (trial: number): StudyEvent => ({
  kind: 'trial-suggested',
  trial,
  values: { k: trial },
  why: '',
  undoes: null,
});
export const stateOf = (...events: (StudyEvent | StudyEvent[])[]): State => events.flat().reduce(after, emptyState);

export const missed = [goal, ...ran(0, 1, baseline, 0.5), space];
export const lucky = [...missed, suggested(1), ...ran(1, 1, search, 0.95)];
