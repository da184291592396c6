import type { Message } from './messages.ts';

/** How many epochs a run has trained, over all its fits: each counts from 1 again. 0 where none are told. */
export function epochsTrained(messages: readonly Message[]): number {
  let trained = 0;
  let last = 0;
  for (const message of messages) {
    if (message.kind !== 'progress' || message.phase !== 'train' || message.epoch === undefined) continue;
    // Below the one before: another fit has begun.
    trained += message.epoch < last ? message.epoch : message.epoch - last;
    last = message.epoch;
  }
  return trained;
}
