import { UserError } from '../../errors.ts';
import type { Body } from '../follow-attempt.ts';
import { endLeftOvers, endProcesses } from './end-processes.ts';
import { lifeOf } from './life.ts';
import { markOf, type OwnProcess } from './own-processes.ts';

/** An attempt as processes of this machine. `own` is its process where we are the parent; `grace` in milliseconds. */
export function localBody(folder: string, own: OwnProcess | null, grace: number): Body {
  const mark = markOf(folder);
  return {
    async look() {
      const life = await lifeOf(folder, own);
      const exit = own?.exit() ?? null;
      switch (life.kind) {
        case 'alive':
          return { kind: 'alive', since: life.since };
        case 'never':
          return { kind: 'never', exit };
        case 'dead':
          if (life.leader !== null) await endLeftOvers(life.leader, mark, lingering);
          return { kind: 'dead', exit, rebooted: life.rebooted };
      }
    },
    async end() {
      const life = await lifeOf(folder, own);
      if (life.kind === 'alive' && life.leader !== null) await endProcesses(life.leader, mark, grace);
    },
    get over() {
      return own?.exit() === null ? own.ended : null;
    },
    broken: pythonFailed,
  };
}

/** What a script started may finish its own tidying up: joblib's trackers, loggers. */
const lingering = 1000;

function pythonFailed(code: number, lastLines: readonly string[]): UserError {
  const said = lastLines.length === 0 ? '' : `:\n${lastLines.join('\n')}`;
  const message = `The interpreter ended with exit code ${code} before it could run anything${said}`;
  return new UserError('machine', 'python-failed', message, {
    help: 'Remove the environment with `prune`, so that it is made anew.',
  });
}
