import type { Goal, Target } from './events.ts';
import type { Observation, Split } from './messages.ts';
import { completed, givenUp } from './state.ts';
import type { Attempt, Trial } from './state.ts';

/** Where a trial stands. `score` is the metric's own value, the mean of all its runs so far. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'missed'; readonly score: number }
  /** Reached once; these repeats prove or refute it. */
  | { readonly kind: 'candidate'; readonly score: number; readonly nextRepeat: number }
  | {
      readonly kind: 'confirmed';
      readonly score: number;
      readonly values: readonly number[];
      readonly note: string | null;
    }
  /** A lucky seed: the search run reached the target, the proof did not. */
  | { readonly kind: 'refuted'; readonly score: number; readonly values: readonly number[] };

/** Where a trial stands under this goal: proof 4 of ARCHITECTURE.md. */
export function standingOf(trial: Trial, { target, repeats }: Goal): Standing {
  const purpose = trial.trial === 0 ? 'baseline' : 'search';
  const first = completed(trial, purpose);
  if (first === undefined)
    return givenUp(trial, purpose) ? { kind: 'failed', why: 'vanished three times' } : { kind: 'open' };
  const problem = problemOf(first, target);
  if (problem !== null) return { kind: 'failed', why: problem };
  const score = valueOf(first, target);
  if (score === null) return { kind: 'failed', why: `told no ${target.metric}` };
  return reaches(score, target) ? provenSoFar(trial, score, target, repeats) : { kind: 'missed', score };
}

function provenSoFar(trial: Trial, searched: number, target: Target, repeats: number): Standing {
  const values: number[] = [];
  let note: string | null = null;
  let wanted = repeats;
  for (let repeat = 0; repeat < wanted; repeat += 1) {
    const attempt = completed(trial, 'confirmation', repeat);
    if (attempt === undefined && givenUp(trial, 'confirmation')) return { kind: 'refuted', score: searched, values };
    if (attempt === undefined) return { kind: 'candidate', score: mean([searched, ...values]), nextRepeat: repeat };
    const value = problemOf(attempt, target) === null ? valueOf(attempt, target) : null;
    if (value === null) return { kind: 'refuted', score: searched, values };
    values.push(value);
    if (repeat === 0 && !reaches(value, target)) return { kind: 'refuted', score: mean([searched, value]), values };
    note = repeat === 0 ? whyOnce(attempt) : note;
    if (note !== null) wanted = 1;
  }
  const score = mean(values);
  return reaches(score, target) ? { kind: 'confirmed', score, values, note } : { kind: 'refuted', score, values };
}

/** Why one run is all the proof there can be; `null`: re-seeded repeats tell more. */
function whyOnce({ randomness }: Attempt): string | null {
  if (randomness === null) return 'one run: which random streams the training uses could not be seen';
  if (randomness.sources.length === 0) return 'one run: nothing in the training is random, repeats would be equal';
  if (randomness.shared) return 'one run: split and training draw from one random stream that cannot be told apart';
  return null;
}

/** Why an attempt cannot count, in a few words; `null`: it can. */
function problemOf({ ending, mismatches }: Attempt, target: Target): string | null {
  if (mismatches.length > 0) return mismatches.join('; ');
  switch (ending?.kind) {
    case 'finished':
      return null;
    case 'failed':
      return `${ending.failure.type}: ${ending.failure.message}`;
    case 'timed-out':
      return `took more than ${Math.round(ending.limit)} s`;
    default:
      return `did not end, no ${target.metric}`;
  }
}

const splitRank: Readonly<Record<Split, number>> = { test: 3, validation: 2, unknown: 1, train: 0 };

/**
 * The observation that a careful reader would take for the target's metric: held-out before training,
 * final before one epoch's, seen in the framework before printed, the last of equals.
 */
export function observationOf(
  { observations }: Pick<Attempt, 'observations'>,
  target: Pick<Target, 'metric' | 'trainMetric'>,
): Observation | null {
  const candidates = observations.filter(
    ({ name, split }) => name === target.metric && (split !== 'train' || target.trainMetric),
  );
  return candidates.reduce<Observation | null>(
    (best, next) => (best === null || rank(next) >= rank(best) ? next : best),
    null,
  );
}

function rank({ split, epoch, source }: Observation): number {
  return splitRank[split] * 4 + (epoch === null ? 2 : 0) + (source === 'hook' ? 1 : 0);
}

function valueOf(attempt: Attempt, target: Target): number | null {
  return observationOf(attempt, target)?.value ?? null;
}

export function reaches(value: number, { value: goal, direction }: Target): boolean {
  if (goal === null) return false;
  return direction === 'maximise' ? value >= goal : value <= goal;
}

/** A metric value turned so that more is better, as `search/` counts. */
export function oriented(value: number, { direction }: Target): number {
  return direction === 'maximise' ? value : -value;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
