import { access, chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, writeDurably } from '../../machine/write-durably.ts';
import type { DataMount } from '../../settings/settings.ts';
import type { Runner } from '../../study/ports.ts';
import { keepSavedFiles } from '../saved-files.ts';
import { filesOf, markStopped, readClaim, revoke, savesModel } from './attempt-files.ts';
import { endLeftOvers, endProcesses } from './end-processes.ts';
import { followAttempt, type Patience } from './follow-attempt.ts';
import { lifeOf } from './life.ts';
import { markOf, type OwnProcess, startRuntime } from './own-processes.ts';
import { noteShares, readShares } from './shared-files.ts';
import { makeWorkingCopy } from './working-copy.ts';

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
}

/**
 * Runs attempts as processes of this machine: an allow-listed environment, but no isolation. Everything
 * is kept in the attempt's folder; what this object remembers only makes the end known at once.
 */
export function localRunner(options: LocalRunnerOptions): Runner {
  const own = new Map<string, OwnProcess>();
  const patience: Patience = { stop: 5000, overtime: 15_000, ...options.patience };
  const ownOf = (folder: string): OwnProcess | null => own.get(folder) ?? null;

  return {
    name: 'local',

    async start({ folder }, order, edited) {
      const { source, data = [] } = options;
      const files = filesOf(folder);
      await mkdir(folder, { recursive: true });
      if (await anyOf(files.order, files.claim)) throw new Error(`This attempt was started before: ${folder}`);
      const shared = await makeWorkingCopy({ source, work: files.work, edited, data, directory: order.directory });
      await noteShares(folder, source, shared);
      await writeDurably(files.order, `${JSON.stringify(order)}\n`);
      own.set(folder, await startRuntime(folder, options));
    },

    async follow({ folder }, see) {
      return await followAttempt(folder, ownOf(folder), see, patience);
    },

    async stop({ folder }) {
      await stopAttempt(folder, ownOf(folder), patience.stop);
    },

    async clean({ folder }) {
      const life = await lifeOf(folder, ownOf(folder));
      if (life.kind === 'alive') throw new Error(`This attempt still runs: ${folder}`);
      const { work, claim: begun, saved } = filesOf(folder);
      if (await savesModel(folder)) {
        const shared = (await readShares(folder)).files.map(({ path }) => path);
        await keepSavedFiles({ work, begun, saved, shared });
      }
      await removeTree(work);
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

async function anyOf(...paths: readonly string[]): Promise<boolean> {
  const there = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return there.includes(true);
}

/** Also where the script made folders read-only. */
async function removeTree(root: string): Promise<void> {
  try {
    await rm(root, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
    await makeWritable(root);
    await rm(root, { recursive: true, force: true });
  }
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
