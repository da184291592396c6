import type { Optimiser, Result } from '../search/optimiser.ts';
import type { Point, Space } from '../search/space.ts';
import type { Goal, Purpose, Verdict } from './events.ts';
import { spentSeconds } from './state.ts';
import type { State, Trial } from './state.ts';
import { observationOf, oriented, standingOf } from './verdict.ts';

/** What to do next; the loop does it and asks again. */
export type Command =
  /** An attempt runs, or nobody saw it end. */
  | { readonly kind: 'follow'; readonly trial: number; readonly attempt: number }
  | {
      readonly kind: 'start';
      readonly trial: number;
      readonly attempt: number;
      readonly purpose: Purpose;
      readonly seed: number | null;
    }
  /** The baseline has run: see which places were reached and fix the search space. */
  | { readonly kind: 'set-space' }
  | { readonly kind: 'suggest'; readonly trial: number; readonly values: Point; readonly why: string }
  | { readonly kind: 'end'; readonly verdict: Verdict }
  /** This stage has nothing left to do. */
  | { readonly kind: 'rest' };

/** How far to go: `baseline` for the command `train`, `winner` for `tweak` and `run`. */
export type Stage = 'baseline' | 'winner';

export interface Rules {
  readonly stage: Stage;
  readonly optimiser: Optimiser;
  /** Of the search and of the re-seeded confirmations. */
  readonly seed: number;
}

/** State → the one next step. Equal states give equal steps, in any process. */
export function decide(state: State, rules: Rules): Command {
  const { goal, trials, space } = state;
  const first = trials[0];
  if (goal === null || first === undefined) return { kind: 'rest' };
  const running = runningAttempt(trials);
  if (running !== null) return { kind: 'follow', ...running };
  if (state.verdict !== null) return { kind: 'rest' };
  const baseline = standingOf(first, goal);
  if (baseline.kind === 'open') return start(first, { kind: 'baseline' }, rules);
  if (baseline.kind === 'failed') return { kind: 'end', verdict: whyBaselineFailed(first, goal) };
  if (space === null) return { kind: 'set-space' };
  if (rules.stage === 'baseline') return { kind: 'rest' };
  if (goal.target.value === null) return { kind: 'end', verdict: { kind: 'no-target' } };
  return nextTrial(state, goal, space, rules);
}

function nextTrial(state: State, goal: Goal, space: Space, rules: Rules): Command {
  const standings = state.trials.map((trial) => ({ trial, standing: standingOf(trial, goal) }));
  const confirmed = standings.find(({ standing }) => standing.kind === 'confirmed');
  if (confirmed !== undefined) return { kind: 'end', verdict: { kind: 'reached', winner: confirmed.trial.trial } };
  for (const { trial, standing } of standings) {
    if (standing.kind === 'candidate')
      return start(trial, { kind: 'confirmation', repeat: standing.nextRepeat }, rules);
    if (standing.kind === 'open') return start(trial, { kind: 'search' }, rules);
  }
  if (isSpent(state, goal)) return { kind: 'end', verdict: { kind: 'below-target' } };
  const question = {
    space,
    results: resultsOf(state, goal, space),
    pending: [],
    goal: oriented(goal.target.value ?? 0, goal.target),
    seed: rules.seed,
  };
  const suggestion = rules.optimiser.suggest(question);
  if (suggestion === null) return { kind: 'end', verdict: { kind: 'exhausted' } };
  return { kind: 'suggest', trial: state.trials.length, values: suggestion.point, why: suggestion.why };
}

function runningAttempt(trials: readonly Trial[]): { trial: number; attempt: number } | null {
  for (const { trial, attempts } of trials) {
    const running = attempts.find(({ ending }) => ending === null);
    if (running !== undefined) return { trial, attempt: running.attempt };
  }
  return null;
}

function start(trial: Trial, purpose: Purpose, { seed }: Rules): Command {
  const reseeded = purpose.kind === 'confirmation' && purpose.repeat > 0;
  return {
    kind: 'start',
    trial: trial.trial,
    attempt: trial.attempts.length + 1,
    purpose,
    seed: reseeded ? repeatSeed(seed, trial.trial, purpose.repeat) : null,
  };
}

/** A different seed for every repeat of every trial, within 31 bits, as XGBoost wants. */
function repeatSeed(seed: number, trial: number, repeat: number): number {
  return (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(trial + 1, 0x85ebca6b) + Math.imul(repeat, 0xc2b2ae35)) >>> 1;
}

function whyBaselineFailed(baseline: Trial, { target }: Goal): Verdict {
  const attempt = baseline.attempts.findLast(({ ending }) => ending?.kind === 'finished');
  if (attempt === undefined || observationOf(attempt, target) !== null) return { kind: 'baseline-failed' };
  return { kind: 'no-metric', seen: [...new Set(attempt.observations.map(({ name }) => name))] };
}

function isSpent(state: State, { budget }: Goal): boolean {
  return state.trials.length - 1 >= budget.trials || (budget.seconds !== null && spentSeconds(state) >= budget.seconds);
}

/** What the optimiser learns from: every judged trial, the baseline at the space's own start values. */
function resultsOf(state: State, goal: Goal, space: Space): Result[] {
  const start: Point = Object.fromEntries(space.dimensions.map((dimension) => [dimension.id, dimension.start]));
  return state.trials.map((trial) => {
    const standing = standingOf(trial, goal);
    const score = 'score' in standing ? oriented(standing.score, goal.target) : null;
    return { point: { ...start, ...trial.values }, score };
  });
}
