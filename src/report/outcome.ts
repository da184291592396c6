import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Failure, Observation } from '../study/messages.ts';
import type { Target } from '../study/events.ts';
import type { Wear } from '../study/wear.ts';
import type { Value } from '../search/space.ts';

/** One finished trial, as people read it. */
export interface TrialLine {
  readonly trial: number;
  /** The confirmed trial that it simplifies; `null`: it searches. */
  readonly undoes: number | null;
  /** A dry build saw that its layers do not fit together: it took no training. */
  readonly refused: boolean;
  readonly changes: readonly Change[];
  readonly observation: Observation | null;
  /** The same metric on its own training data, where the run told it. */
  readonly trained: number | null;
  /** Why there is no observation: failed, timed out, value did not arrive. */
  readonly problem: string | null;
  readonly seconds: number;
}

export interface Change {
  readonly hyperparameter: Hyperparameter;
  readonly before: Value;
  readonly after: Value;
}

/** One of the user's files before and after: what a diff shows, whole. */
export interface FileEdit {
  /** Relative to the repository. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** How much of the metric's changes one hyper-parameter explains by itself, of all that single ones explain. */
export interface Mattered {
  readonly hyperparameter: Hyperparameter;
  readonly share: number;
}

/** Proof that a trial reaches the target (ARCHITECTURE.md, proof 4). */
export interface Confirmation {
  readonly values: readonly number[];
  readonly mean: number;
  /** 95 % interval of the mean, or of one value over the evaluated rows; `null` when neither can be had. */
  readonly interval: { readonly low: number; readonly high: number; readonly over: 'seeds' | 'rows' | 'folds' } | null;
  /** Why fewer repeats than asked for were run, if so. */
  readonly note: string | null;
}

/** What came of training the winner once more from nothing, without Retune: `reproduce.sh`, run by us. */
export type Reproduction =
  | { readonly kind: 'same'; readonly value: number }
  /** It ran through, and prints no such metric. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'other'; readonly value: number }
  | { readonly kind: 'failed'; readonly lastLine: string };

/** How a study ended, for people and for `--json`. */
export interface Outcome {
  readonly script: string;
  readonly study: string;
  readonly target: Target;
  readonly verdict: 'reached' | 'reached-unconfirmed' | 'below-target' | 'exhausted' | 'impossible' | 'no-target';
  readonly baseline: TrialLine;
  /** The winner, else the best so far. */
  readonly best: TrialLine | null;
  readonly confirmation: Confirmation | null;
  /** The metric on the training data alone, in folds, before and after; `null` where the runtime could not tell both. */
  readonly crossValidated: { readonly before: number; readonly after: number; readonly folds: number } | null;
  /** `null` where the metric is no share of rows, or nothing was chosen. */
  readonly wear: Wear | null;
  readonly trials: readonly TrialLine[];
  /** Changes of the trial that the search found that the result did not need. */
  readonly undone: readonly Change[];
  /** What a search that did not reach has learnt of the single hyper-parameters, the strongest first; empty otherwise. */
  readonly mattered: readonly Mattered[];
  /** Whether every change that is left was tried without. */
  readonly minimal: boolean;
  /** Unified diff of the user's own source; empty when nothing changed. */
  readonly diff: string;
  /** The script's own failure after it has told its metric, in every run; `null`: it runs through. */
  readonly lateFailure: Failure | null;
  /** The script's own final number beside the framework's, in the run as it is; `null` where they agree. */
  readonly disagreement: string | null;
  /** `null`: nobody asked for it. */
  readonly reproduction: Reproduction | null;
  readonly seconds: number;
  /** Absolute paths. */
  readonly files: {
    readonly study: string;
    readonly model: string | null;
    /** What the script itself saved in that run; paths relative to `folder`. */
    readonly saved: { readonly folder: string; readonly files: readonly string[] } | null;
    readonly diff: string | null;
    readonly summary: string | null;
    readonly reproduce: string | null;
  };
}

/** Whether the target is reached; by `train` in one run alone, which the verdict calls unconfirmed. */
export function isReached({ verdict }: Outcome): boolean {
  return verdict === 'reached' || verdict === 'reached-unconfirmed';
}

/** Whether the model can be called ready: proven, and not contradicted where it was trained again from nothing. */
export function isReady({ verdict, reproduction }: Outcome): boolean {
  return verdict === 'reached' && reproduction?.kind !== 'other' && reproduction?.kind !== 'failed';
}
