import type { Experience } from '../search/experience.ts';
import type { Familiar, Optimiser } from '../search/optimiser.ts';
import type { Point } from '../search/space.ts';
import { orDryBuild } from './dry-build.ts';
import type { Purpose, Verdict } from './events.ts';
import { repeatBeside } from './proof-beside.ts';
import type { Machine } from './proof-beside.ts';
import { isRunning } from './state.ts';
import type { State, Trial } from './state.ts';
import type { Standing } from './verdict.ts';

/** What to do next; the loop does it and asks again. */
export type Command =
  /** What runs has to end first. */
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'start';
      readonly trial: number;
      readonly attempt: number;
      readonly purpose: Purpose;
      readonly seed: number | null;
    }
  /** The baseline has run: see which places were reached and fix the search space. */
  | { readonly kind: 'set-space' }
  | {
      readonly kind: 'suggest';
      readonly trial: number;
      readonly values: Point;
      readonly why: string;
      readonly undoes: number | null;
    }
  | { readonly kind: 'end'; readonly verdict: Verdict }
  /** This stage has nothing left to do. */
  | { readonly kind: 'rest' };

/** How far to go: `baseline` for the command `train`, `winner` for `tweak`, `minimal` for `report` and `run`. */
export type Stage = 'baseline' | 'winner' | 'minimal';

export interface Rules {
  readonly stage: Stage;
  readonly optimiser: Optimiser;
  /** Configurations to try first, by hyper-parameter id. */
  readonly portfolio: readonly Familiar[];
  readonly experience: Experience | null;
  /** The hyper-parameters that decide whether a model's layers fit together, by id. */
  readonly layers: readonly string[];
  /** How many attempts may run side by side. */
  readonly parallel: number;
  readonly machine: Machine;
  /** Of the search and of the re-seeded confirmations. */
  readonly seed: number;
}

/** What has begun is brought to its end before anything else; a proof has all the room to itself. There is room for one more. */
export function startUnfinished(
  state: State,
  standings: readonly Standing[],
  rules: Rules,
  among: readonly Trial[] = state.trials,
): Command | null {
  for (const trial of among) {
    const standing = standings[trial.trial];
    if (standing?.kind !== 'candidate' && standing?.kind !== 'open') continue;
    if (!isRunning(trial)) return start(trial, orDryBuild(standing.next, trial, state, rules.layers), rules);
    if (standing.kind === 'open') continue;
    const beside = repeatBeside(trial, state.goal?.repeats ?? 1);
    return beside === null ? { kind: 'wait' } : start(trial, beside, rules);
  }
  return null;
}

/** The next attempt of a trial. */
export function start(trial: Trial, purpose: Purpose, { seed }: Rules): Command {
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
