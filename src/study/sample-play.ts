import type { Point } from '../search/space.ts';
import type { Command, Rules } from './command.ts';
import { decide } from './decide.ts';
import { ran } from './sample-events.ts';
import { after } from './state.ts';
import type { State } from './state.ts';

/** What a run tells, and how it went: the last two arguments of `ran`. */
export type Told = readonly [score: number, more: Parameters<typeof ran>[4]];

/** Plays a study until it rests, or searches on, every attempt to its end at once, for the tests of this room. */
export function played(
  from: State,
  rules: Rules,
  tell: (values: Point, purpose: Extract<Command, { kind: 'start' }>['purpose']) => Told,
): State {
  let state = from;
  for (let step = 0; step < 100; step += 1) {
    const command = decide(state, rules);
    if (command.kind === 'rest' || (command.kind === 'suggest' && command.undoes === null)) return state;
    if (command.kind === 'suggest') state = after(state, { ...command, kind: 'trial-suggested' });
    else if (command.kind === 'end') state = after(state, { kind: 'search-ended', verdict: command.verdict });
    else if (command.kind === 'start') {
      const { trial, attempt, purpose } = command;
      const [score, more] = tell(state.trials[trial]?.values ?? {}, purpose);
      state = ran(trial, attempt, purpose, score, more).reduce(after, state);
    } else throw new Error(`unexpected: ${command.kind}`);
  }
  throw new Error('it does not end');
}
