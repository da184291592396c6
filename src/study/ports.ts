import type { SourceFile } from '../python/source.ts';
import type { RecordedEvent, StudyEvent } from './events.ts';
import type { Ending } from './ending.ts';
import type { Message } from './messages.ts';
import type { AttemptPlace, Order } from './order.ts';

/**
 * Executes attempts. An attempt belongs to its folder, not to the process that started it: another
 * process of ours can follow, stop or clean it with nothing but its place. Contract suite:
 * `runners/runner.contract.ts`.
 */
export interface Runner {
  readonly name: string;
  /** Makes the working copy, writes `order.json`, starts the process; does not wait for the training. */
  start(place: AttemptPlace, order: Order, edited: readonly SourceFile[]): Promise<void>;
  /**
   * Trials of a search will follow what runs now: makes ready what they have in common, beside it. Harmless where none
   * follows after all.
   */
  getReady(order: Pick<Order, 'script'>): void;
  /**
   * Follows an attempt to its end, whoever started it, and replays its messages from the first on.
   * An attempt that has not come to life, and whose process is not ours, is revoked first.
   */
  follow(place: AttemptPlace, see: (message: Message) => void): Promise<Ending>;
  /**
   * Asks the training to end with the epoch it is in; the script goes on after it, and the curve so far is
   * told. A request only: a training that knows no epochs goes on. Harmless when it is over.
   */
  endTraining(place: AttemptPlace): Promise<void>;
  /** Ends the attempt and every process it started: politely, then by force. Harmless when it is over. */
  stop(place: AttemptPlace): Promise<void>;
  /**
   * Removes what an ended attempt no longer needs (its working copy). Keeps messages, output, model, and
   * what the script itself saved, in `saved/`, where the order asks for the model.
   */
  clean(place: AttemptPlace): Promise<void>;
}

/** A study's append-only record. An append is durable when its promise resolves. */
export interface Journal {
  read(): Promise<readonly RecordedEvent[]>;
  append(event: StudyEvent): Promise<RecordedEvent>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
