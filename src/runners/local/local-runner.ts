import { setTimeout as pause } from 'node:timers/promises';
import type { DataMount } from '../../settings/settings.ts';
import type { Runner } from '../../study/ports.ts';
import { askToEndTraining, markStopped, readClaim, revoke } from '../attempt-files.ts';
import { followAttempt } from '../follow-attempt.ts';
import { clearAttempt, prepareAttempt } from '../prepare-attempt.ts';
import { endLeftOvers, endProcesses } from './end-processes.ts';
import { lifeOf } from './life.ts';
import { localBody } from './local-body.ts';
import { markOf, type OwnProcess, startRuntime } from './own-processes.ts';
import { type WarmStarts, warmStarts } from './warm-process.ts';

export interface Patience {
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly stop: number;
  /** Milliseconds that the runtime has, beyond the order's limit, to end the attempt by itself. */
  readonly overtime: number;
}

export interface LocalRunnerOptions {
  /** Absolute path of the interpreter. */
  readonly python: string;
  /** Absolute path of `images/runtime`. */
  readonly runtime: string;
  /** The study's read-only snapshot. */
  readonly source: string;
  /** Everything the training code sees of our environment: `trainingEnvironment(process.env)`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly data?: readonly DataMount[];
  readonly patience?: Partial<Patience>;
  /** Forks no trial, whatever its order allows. */
  readonly cold?: boolean;
  /** See `WarmOptions`. */
  readonly worthwhile?: number;
  readonly say?: (text: string) => void;
}

/**
 * Runs attempts as processes of this machine: an allow-listed environment, but no isolation. Everything
 * is kept in the attempt's folder; what this object remembers only makes the end known at once.
 */
export function localRunner(options: LocalRunnerOptions): Runner {
  const own = new Map<string, OwnProcess>();
  let warm: WarmStarts | null = null;
  const patience: Patience = { stop: 5000, overtime: 15_000, ...options.patience };
  const ownOf = (folder: string): OwnProcess | null => own.get(folder) ?? null;
  const warmOf = (script: string): WarmStarts | null =>
    options.cold === true ? null : (warm ??= warmStarts({ ...options, script }));

  return {
    name: 'local',

    async start({ folder }, order, edited) {
      const { source, data = [] } = options;
      await prepareAttempt(folder, order, edited, { source, data });
      const forked = order.warm ? await warmOf(order.script)?.start(folder) : null;
      own.set(folder, forked ?? (await startRuntime(folder, options)));
    },

    getReady({ script }) {
      warmOf(script)?.begin();
    },

    async follow({ folder }, see) {
      return await followAttempt(folder, localBody(folder, ownOf(folder), patience.stop), see, patience.overtime);
    },

    async endTraining({ folder }) {
      await askToEndTraining(folder);
    },

    async stop({ folder }) {
      await stopAttempt(folder, ownOf(folder), patience.stop);
    },

    async clean({ folder }) {
      const life = await lifeOf(folder, ownOf(folder));
      if (life.kind === 'alive') throw new Error(`This attempt still runs: ${folder}`);
      await clearAttempt(folder);
    },
  };
}

async function stopAttempt(folder: string, own: OwnProcess | null, grace: number): Promise<void> {
  if ((await readClaim(folder)) === null) {
    await markStopped(folder, 'stop');
    // When we come first nothing of the script ever runs; the runtime ends by itself as it sees the claim.
    await revoke(folder);
  }
  let life = await lifeOf(folder, own);
  while (life.kind === 'alive' && life.leader === null) {
    await pause(10);
    life = await lifeOf(folder, own);
  }
  if (life.kind === 'never' || life.leader === null) return;
  if (life.kind === 'dead') {
    await endLeftOvers(life.leader, markOf(folder), grace);
    return;
  }
  await markStopped(folder, 'stop');
  await endProcesses(life.leader, markOf(folder), grace);
}
