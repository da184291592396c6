import { whyNotBuilt } from './dry-build.ts';
import type { Goal, Purpose, Target } from './events.ts';
import { failedAsKnown, lateFailureOf } from './late-failure.ts';
import type { Failure } from './messages.ts';
import { observationOf } from './observation.ts';
import { judge, judgeOptional, learn, noExperience } from './proof.ts';
import type { Experience } from './proof.ts';
import { isScreened } from './screening.ts';
import { completed, givenUp } from './state.ts';
import type { Attempt, Trial } from './state.ts';

/** Where a trial stands. `score` is the metric's own value, the mean of all its runs so far. */
export type Standing =
  | { readonly kind: 'open'; readonly next: Purpose }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'missed'; readonly score: number }
  /** Reached once; these repeats prove or refute it. */
  | { readonly kind: 'candidate'; readonly score: number; readonly next: Purpose }
  | {
      readonly kind: 'confirmed';
      readonly score: number;
      readonly values: readonly number[];
      readonly note: string | null;
    }
  /** A lucky seed: the search run reached the target, the proof did not. */
  | { readonly kind: 'refuted'; readonly score: number; readonly values: readonly number[] };

/** Where every trial stands under this goal, trial n at index n: proof 4 of ARCHITECTURE.md. */
export function standingsOf(trials: readonly Trial[], goal: Goal): readonly Standing[] {
  let experience = noExperience;
  let varies = false;
  const known = lateFailureOf(trials[0], goal.target);
  const standings: Standing[] = [];
  for (const trial of trials) {
    // Of those before it: what is proven stays proven.
    varies ||= variesByItself(trial, goal.target);
    const winner = trial.undoes === null ? null : (standings[trial.undoes] ?? null);
    const standing = isScreened(trial, trials)
      ? screenedSoFar(trial, winner, goal, known)
      : standingOf(trial, winner, goal, { experience, known, varies });
    if (standing.kind === 'confirmed' || standing.kind === 'refuted')
      experience = learn(experience, marginsOf(standing.values, goal.target));
    standings.push(standing);
  }
  return standings;
}

/** What the rest of the study tells of any trial. */
interface Told {
  readonly experience: Experience;
  /** How the baseline fails after its metric; `null`: it runs through. */
  readonly known: Failure | null;
  /** Runs as the author seeded them differ. */
  readonly varies: boolean;
}

/** `winner`: where the winner stands that the trial simplifies. */
function standingOf(trial: Trial, winner: Standing | null, goal: Goal, told: Told): Standing {
  const { known } = told;
  // What simplifies a proven winner is not searched for: its first run already is its proof.
  if (trial.undoes !== null) {
    const seen = winner?.kind === 'confirmed' ? undefined : completed(trial, 'search');
    return provenSoFar(trial, (seen && valueOf(seen, goal.target)) ?? null, goal, told);
  }
  const { target } = goal;
  const purpose = trial.trial === 0 ? 'baseline' : 'search';
  const unbuilt = whyNotBuilt(trial);
  if (unbuilt !== null) return { kind: 'failed', why: unbuilt };
  const first = completed(trial, purpose);
  if (first === undefined)
    return givenUp(trial, purpose)
      ? { kind: 'failed', why: 'vanished three times' }
      : { kind: 'open', next: { kind: purpose } };
  const problem = problemOf(first, target, known);
  if (problem !== null) return { kind: 'failed', why: problem };
  const score = valueOf(first, target);
  if (score === null) return { kind: 'failed', why: `told no ${target.metric}` };
  return reaches(score, target) ? provenSoFar(trial, score, goal, told) : { kind: 'missed', score };
}

/** A simpler version of a winner that a search run rules out, or lets through to its proof. */
function screenedSoFar(trial: Trial, winner: Standing | null, { target }: Goal, known: Failure | null): Standing {
  const seen = completed(trial, 'search');
  if (seen === undefined && !givenUp(trial, 'search')) return { kind: 'open', next: { kind: 'search' } };
  const score = seen === undefined || problemOf(seen, target, known) !== null ? null : valueOf(seen, target);
  const isDoubted = winner?.kind !== 'confirmed' && winner?.kind !== 'candidate';
  if (score !== null && (isDoubted || !reaches(score, target))) return { kind: 'missed', score };
  const next: Purpose = { kind: 'confirmation', repeat: 0 };
  // A search run that fails says nothing of a complete one.
  if (score !== null) return { kind: 'candidate', score, next };
  return winner?.kind === 'confirmed' ? { kind: 'open', next } : { kind: 'failed', why: 'did not run through' };
}

/** `searched` is what made the trial a candidate; it was chosen for being good and proves nothing. */
function provenSoFar(
  trial: Trial,
  searched: number | null,
  { target, repeats }: Goal,
  { experience, known, varies }: Told,
): Standing {
  const values: number[] = [];
  let note: string | null = null;
  for (let repeat = 0; ; repeat += 1) {
    const seen = searched === null ? values : [searched, ...values];
    const attempt = completed(trial, 'confirmation', repeat);
    if (attempt === undefined && !givenUp(trial, 'confirmation')) {
      const next: Purpose = { kind: 'confirmation', repeat };
      return seen.length === 0 ? { kind: 'open', next } : { kind: 'candidate', score: mean(seen), next };
    }
    const value = attempt === undefined || problemOf(attempt, target, known) !== null ? null : valueOf(attempt, target);
    if (attempt === undefined || value === null)
      return seen.length === 0
        ? { kind: 'failed', why: 'did not run through' }
        : { kind: 'refuted', score: mean(seen), values };
    values.push(value);
    if (repeat === 0 && !reaches(value, target))
      return searched === null
        ? { kind: 'missed', score: value }
        : { kind: 'refuted', score: mean([searched, value]), values };
    note = repeat === 0 && !varies ? whyOnce(attempt) : note;
    const rule = searched === null ? judgeOptional : judge;
    const judgement = note === null ? rule(marginsOf(values, target), repeats, experience) : 'believed';
    if (judgement === 'believed') return { kind: 'confirmed', score: mean(values), values, note };
    if (judgement === 'refuted') return { kind: 'refuted', score: mean(values), values };
  }
}

/**
 * Whether complete runs of the same, seeded by nobody but the author, told different values: he seeded not all. Then repeats
 * tell more, also where the runtime cannot re-seed what is random.
 */
function variesByItself({ attempts }: Trial, target: Target): boolean {
  const asSeeded = attempts.filter(({ seed, ending }) => seed === null && ending?.kind === 'finished');
  const whole = asSeeded.filter(({ purpose }) => purpose.kind !== 'dry-build');
  // One that ended with an earlier epoch is another training.
  const longest = Math.max(...whole.map(({ epochs }) => epochs));
  const values = whole.flatMap((one) => (one.epochs === longest ? (valueOf(one, target) ?? []) : []));
  const [first = 0] = values;
  return values.some((value) => Math.abs(value - first) > 1e-9 * Math.abs(first));
}

/** Why one run is all the proof there can be; `null`: re-seeded repeats tell more. */
export function whyOnce({ randomness }: Attempt): string | null {
  if (randomness === null) return 'one run: which random streams the training uses could not be seen';
  if (randomness.sources.length === 0) return 'one run: nothing in the training is random, repeats would be equal';
  if (randomness.shared) return 'one run: split and training draw from one random stream that cannot be told apart';
  return null;
}

/** Why an attempt cannot count, in a few words; `null`: it can. `known` is how the baseline fails too. */
function problemOf(attempt: Attempt, target: Target, known: Failure | null): string | null {
  const { ending, mismatches } = attempt;
  if (ending?.kind === 'finished' || failedAsKnown(attempt, known, target))
    return mismatches.length === 0 ? null : mismatches.join('; ');
  switch (ending?.kind) {
    case 'failed':
      return `${ending.failure.type}: ${ending.failure.message}`;
    case 'timed-out':
      return `took more than ${Math.round(ending.limit)} s`;
    default:
      return `did not end, no ${target.metric}`;
  }
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

/** How far beyond the target each value lies, in the metric's unit; negative: it misses. */
function marginsOf(values: readonly number[], target: Target): number[] {
  return values.map((value) => oriented(value, target) - oriented(target.value ?? 0, target));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
