import type { Failure } from './messages.ts';

/** How an attempt ended. Every attempt ends in exactly one of these ways. */
export type Ending =
  /** `takenFrom`: it did not run, as the same was trained before. */
  | { readonly kind: 'finished'; readonly takenFrom?: TakenFrom }
  /** The script failed by itself: its own exception, or a non-zero exit. `lastLines` of its output. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly lastLines: readonly string[] }
  | { readonly kind: 'timed-out'; readonly limit: number; readonly lastLines: readonly string[] }
  /** We ended it on purpose. */
  | { readonly kind: 'stopped' }
  /** It vanished without a word: killed from outside, out of memory, the machine restarted. */
  | { readonly kind: 'lost'; readonly why: string; readonly lastLines: readonly string[] }
  /** It never came to life; from now on it cannot. */
  | { readonly kind: 'never-started' };

/** An attempt of any study. */
export interface TakenFrom {
  readonly study: string;
  readonly trial: number;
  readonly attempt: number;
}
