import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { SourceFile } from '../python/source.ts';
import type { Rules } from './command.ts';
import type { StudyEvent } from './events.ts';
import type { Message } from './messages.ts';
import type { AttemptPlace, Order } from './order.ts';
import type { Journal, Runner } from './ports.ts';
import type { Choice } from './search-space.ts';

/** Everything the loop needs; the real parts come from `wiring.ts`. */
export interface Parts {
  readonly journal: Journal;
  readonly runner: Runner;
  readonly rules: Rules;
  readonly choice: Choice;
  /** The program's files as the author wrote them, and the tunable places in them. */
  readonly files: readonly SourceFile[];
  readonly hyperparameters: readonly Hyperparameter[];
  /** What every order of this study has in common. */
  readonly order: Pick<Order, 'study' | 'fence' | 'script' | 'directory' | 'arguments'>;
  /** Seconds for one attempt, learnt from the baseline's own (`null` before it has run). */
  readonly limit: (baselineSeconds: number | null) => number | null;
  readonly placeOf: (trial: number, attempt: number) => AttemptPlace;
  readonly see: (happening: Happening) => void;
  readonly interrupted: AbortSignal;
}

/** What a person who watches is told. */
export type Happening =
  | { readonly kind: 'event'; readonly event: StudyEvent; readonly at: number }
  | { readonly kind: 'message'; readonly trial: number; readonly attempt: number; readonly message: Message };
