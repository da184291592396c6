import type { Space, Point } from '../search/space.ts';
import type { Direction } from '../metrics.ts';
import type { Observation, Randomness, Received } from './messages.ts';
import type { Ending } from './ending.ts';

/** Why an attempt runs; only confirmations prove anything (ARCHITECTURE.md, proof 4). */
export type Purpose =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'search' }
  /** Repeat 0 runs as the author seeded it, later repeats with the training randomness re-seeded. */
  | { readonly kind: 'confirmation'; readonly repeat: number };

export interface Target {
  readonly metric: string;
  readonly direction: Direction;
  /** `null`: train and report only. */
  readonly value: number | null;
}

export interface Budget {
  /** Trials beside the baseline. */
  readonly trials: number;
  readonly seconds: number | null;
}

/** Everything that can happen to a study. */
export type StudyEvent =
  /** The goal of the search, first or changed. */
  | { readonly kind: 'goal-set'; readonly target: Target; readonly budget: Budget; readonly repeats: number }
  /** What may be tuned: fixed once the baseline has shown which places really run. */
  | {
      readonly kind: 'space-set';
      readonly space: Space;
      readonly left: readonly { readonly id: string; readonly why: string }[];
    }
  | { readonly kind: 'trial-suggested'; readonly trial: number; readonly values: Point; readonly why: string }
  | {
      readonly kind: 'attempt-started';
      readonly trial: number;
      readonly attempt: number;
      readonly purpose: Purpose;
      readonly seed: number | null;
    }
  | {
      readonly kind: 'attempt-ended';
      readonly trial: number;
      readonly attempt: number;
      readonly ending: Ending;
      readonly seconds: number;
      readonly observations: readonly Observation[];
      readonly received: readonly Received[];
      readonly randomness: Randomness | null;
    }
  | {
      readonly kind: 'search-ended';
      readonly verdict: 'reached' | 'below-target' | 'exhausted' | 'impossible';
      readonly winner: number | null;
    };

/** An event with its place in the journal. */
export interface RecordedEvent {
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: StudyEvent;
}
