import type { EnvironmentPlan } from '../environments/environment.ts';
import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Program } from '../program/program.ts';
import type { Budget, Target } from '../study/events.ts';
import type { Failure } from '../study/messages.ts';

/** What is shown before anything is spent. */
export interface Plan {
  readonly program: Program;
  /** `on`: an interpreter, or an image and its base. */
  readonly environment: EnvironmentPlan & { readonly ready: boolean; readonly on: string };
  /** `value` is `null` when the metric has no default target: the script is trained and reported. */
  readonly target: Target;
  readonly budget: Budget;
  readonly repeats: number;
  readonly hyperparameters: readonly Hyperparameter[];
  /** Found, but not tuned, and why. */
  readonly left: readonly { readonly id: string; readonly why: string }[];
  readonly runner: string;
  readonly isolated: boolean;
  /** Whether the training reaches the network. */
  readonly network: boolean;
  /** Seconds; known once a baseline ran. */
  readonly guess: number | null;
  /** How the script, as it is, fails after its metric; known once a baseline ran. */
  readonly lateFailure: Failure | null;
  readonly study: string;
}
