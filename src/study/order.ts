import type { Range } from '../python/source.ts';

/** A place whose value the runtime reads back, in the edited file. Lines from 1, columns in code points. */
export interface Watch {
  readonly id: string;
  readonly path: string;
  readonly place: Range;
  readonly arrival: { readonly place: Range; readonly attribute: string } | null;
}

/** What an attempt is to do: written as `order.json` into its folder (images/runtime/PROTOCOL.md). */
export interface Order {
  readonly v: 1;
  readonly study: string;
  readonly trial: number;
  readonly attempt: number;
  /** The lease's fencing number under which the attempt was started. */
  readonly fence: number;
  /** Relative to the attempt's `work/`. */
  readonly script: string;
  /** Working directory, relative to the attempt's `work/`; empty for `work/` itself. */
  readonly directory: string;
  readonly arguments: readonly string[];
  /** Re-seeds the training randomness when the model is made; `null`: exactly as the author seeded it. */
  readonly seed: number | null;
  readonly limits: { readonly seconds: number | null; readonly epochs: number | null };
  readonly watch: readonly Watch[];
  /** Whether it may be forked from a process that has imported the frameworks: never a baseline, never a proof. */
  readonly warm: boolean;
  /** Whether to keep the trained model in the attempt's `model/`. */
  readonly saveModel: boolean;
  /** Ends once the model is built and a batch has passed it: whether an edited architecture trains at all. */
  readonly dry: boolean;
  /** Whether to tell, too, how well a quick estimator does on its own training data, each part held out in turn. */
  readonly crossValidate: boolean;
}

/** One attempt, and the folder that holds all there is to know of it. */
export interface AttemptPlace {
  readonly study: string;
  readonly trial: number;
  readonly attempt: number;
  readonly folder: string;
}
