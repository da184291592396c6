import type { Point, Space } from '../search/space.ts';
import type { Direction } from '../metrics.ts';
import type { DataFile } from './data-file.ts';
import type { Ending } from './ending.ts';
import type { CrossValidated, Observation, Randomness, Received, Usage } from './messages.ts';
import type { Session, Stop } from './session.ts';

/** Why an attempt runs; only confirmations prove anything (ARCHITECTURE.md, proof 4). */
export type Purpose =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'search' }
  /** Ends once the edited model is built and a batch has passed it: what does not fit costs no training. */
  | { readonly kind: 'dry-build' }
  /** Repeat 0 runs as the author seeded it, later repeats with the training randomness re-seeded. */
  | { readonly kind: 'confirmation'; readonly repeat: number };

export interface Target {
  readonly metric: string;
  readonly direction: Direction;
  /** In the metric's own unit, a percentage as a fraction; `null`: train and report only. */
  readonly value: number | null;
  /** An observation on training data may count. */
  readonly trainMetric: boolean;
}

export interface Budget {
  /** Trials beside the baseline. */
  readonly trials: number;
  /** Seconds of training, all attempts together; `null`: no limit. */
  readonly seconds: number | null;
  /** Epochs of training, all attempts together; absent: no limit. */
  readonly epochs?: number;
}

export interface Goal {
  readonly target: Target;
  readonly budget: Budget;
  /** Cold, complete runs that prove a winner. */
  readonly repeats: number;
}

/** How a search ended; a new goal opens it again. */
export type Verdict =
  /** `minimal`: every change that the result does not need has been undone. */
  | { readonly kind: 'reached'; readonly winner: number; readonly minimal: boolean }
  /** The budget is spent. */
  | { readonly kind: 'below-target' }
  /** Neither is the budget spent, but the model gives what is left of it next to no chance. */
  | { readonly kind: 'impossible' }
  /** Every point of a finite space was tried. */
  | { readonly kind: 'exhausted' }
  /** The metric has no target: trained and reported. */
  | { readonly kind: 'no-target' }
  /** The baseline told no value of the metric. `seen`: the names of the metrics that it told. */
  | { readonly kind: 'no-metric'; readonly seen: readonly string[] }
  | { readonly kind: 'baseline-failed' };

/** A hyper-parameter that stays as it is, and why. */
export interface LeftAlone {
  readonly id: string;
  readonly why: string;
}

/** Everything that can happen to a study. */
export type StudyEvent =
  /** A command took the study up. One that ends without a word after it has died. */
  | ({ readonly kind: 'session-started' } & Session)
  /** It was asked to stop, and did. */
  | ({ readonly kind: 'session-stopped' } & Stop)
  /** What the search is for, first or changed. */
  | ({ readonly kind: 'goal-set' } & Goal)
  /** What may be tuned: fixed once the baseline has shown which places really run. */
  | { readonly kind: 'space-set'; readonly space: Space; readonly left: readonly LeftAlone[] }
  | {
      readonly kind: 'trial-suggested';
      readonly trial: number;
      readonly values: Point;
      readonly why: string;
      /** The winner that it simplifies; `null`: it searches. */
      readonly undoes: number | null;
    }
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
      /** Values that did not arrive as suggested, one sentence each (ARCHITECTURE.md, proof 2). */
      readonly mismatches: readonly string[];
      /** What it read as data; absent where nothing of it was seen. */
      readonly data?: readonly DataFile[];
      /** Absent where it did not come to its end. */
      readonly usage?: Usage;
      /** Absent where the runtime could not tell. */
      readonly crossValidated?: CrossValidated;
      /** The script's own final number beside the framework's, in words; absent where they agree. */
      readonly disagreement?: string;
      /** That it trained; absent where it told none. */
      readonly epochs?: number;
    }
  | { readonly kind: 'search-ended'; readonly verdict: Verdict };

/** An event with its place in the journal. */
export interface RecordedEvent {
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: StudyEvent;
}
