import { refuseChangedData } from './data-read.ts';
import { decide } from './decide.ts';
import type { Command } from './command.ts';
import { follow } from './follow.ts';
import type { AttemptEnded } from './follow.ts';
import { edit, orderOf } from './ordering.ts';
import type { Parts } from './parts.ts';
import { searchSpaceOf } from './search-space.ts';
import { after, completed, fold, runningAttempts } from './state.ts';
import type { Running, State } from './state.ts';
import type { StudyEvent } from './events.ts';

/** The only loop: asks what to do, does it, records it, until nothing is left or it is interrupted. */
export async function runStudy(parts: Parts): Promise<State> {
  let state = fold(await parts.journal.read());
  const record = async (event: StudyEvent): Promise<void> => {
    const { at } = await parts.journal.append(event);
    state = after(state, event);
    parts.see({ kind: 'event', event, at });
  };
  const followed = new Followed(parts);
  try {
    for (;;) {
      // Also what an earlier process of ours has started, and did not see end.
      followed.add(runningAttempts(state), state);
      const command = nextOf(state, parts, followed);
      switch (command.kind) {
        case 'rest':
          return state;
        case 'wait':
          await record(await followed.next());
          break;
        case 'start': {
          // Recorded before it starts: a crash in between leaves an attempt that following revokes, never one that nobody knows.
          const { trial, attempt, purpose, seed } = command;
          await record({ kind: 'attempt-started', trial, attempt, purpose, seed });
          await start(command, state, parts);
          break;
        }
        case 'suggest': {
          const { trial, values, why, undoes } = command;
          await record({ kind: 'trial-suggested', trial, values, why, undoes });
          break;
        }
        case 'set-space': {
          const received = (state.trials[0] && completed(state.trials[0], 'baseline'))?.received ?? [];
          await record({ kind: 'space-set', ...searchSpaceOf(parts.hyperparameters, received, parts.choice) });
          break;
        }
        case 'end':
          for await (const ended of followed.stopAll()) await record(ended);
          await record({ kind: 'search-ended', verdict: command.verdict });
      }
    }
  } finally {
    // Whatever went wrong: nothing runs that nobody follows. A process that takes the study up sees how it ended.
    await followed.abandon();
  }
}

/** An interruption stops what runs (`follow`); the rest of the study is for later. */
function nextOf(state: State, parts: Parts, followed: Followed): Command {
  if (parts.interrupted.aborted) return followed.isEmpty() ? { kind: 'rest' } : { kind: 'wait' };
  refuseChangedData(state);
  return decide(state, parts.rules);
}

async function start(command: Extract<Command, { kind: 'start' }>, state: State, parts: Parts): Promise<void> {
  const { trial, attempt, purpose } = command;
  const { edited, watch } = await edit(state.trials[trial]?.values ?? {}, parts);
  await parts.runner.start(parts.placeOf(trial, attempt), orderOf(command, state, watch, parts), edited);
  if (purpose.kind === 'baseline' && mayMiss(state, parts)) parts.runner.getReady(parts.order);
}

/** Whether a search follows when the baseline, which runs now, misses. */
function mayMiss({ goal }: State, { rules }: Parts): boolean {
  return rules.stage !== 'baseline' && goal !== null && goal.target.value !== null && goal.budget.trials > 0;
}

/** The attempts that this process waits for. */
class Followed {
  readonly #parts: Parts;
  readonly #ends = new Map<string, { readonly one: Running; readonly end: Promise<AttemptEnded> }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  isEmpty(): boolean {
    return this.#ends.size === 0;
  }

  add(running: readonly Running[], state: State): void {
    for (const one of running) {
      const key = keyOf(one);
      if (!this.#ends.has(key)) this.#ends.set(key, { one, end: handled(follow(one, state, this.#parts)) });
    }
  }

  /** How the first of them ended. */
  async next(): Promise<AttemptEnded> {
    const ended = await Promise.race([...this.#ends.values()].map(({ end }) => end));
    this.#ends.delete(keyOf(ended));
    return ended;
  }

  async *stopAll(): AsyncGenerator<AttemptEnded> {
    this.#stop();
    while (!this.isEmpty()) yield await this.next();
  }

  async abandon(): Promise<void> {
    this.#stop();
    await Promise.allSettled([...this.#ends.values()].map(({ end }) => end));
  }

  #stop(): void {
    for (const { one } of this.#ends.values())
      this.#parts.runner.stop(this.#parts.placeOf(one.trial, one.attempt)).catch(() => undefined);
  }
}

function keyOf({ trial, attempt }: Pick<Running, 'trial' | 'attempt'>): string {
  return `${trial}.${attempt}`;
}

/** Its failure is met where it is waited for; until then it must not end the process. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
