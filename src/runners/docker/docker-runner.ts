import { randomUUID } from 'node:crypto';
import { insistOn, lastLineOf, type Said } from '../../machine/docker.ts';
import { currentBoot } from '../../machine/process-identity.ts';
import { UserError } from '../../errors.ts';
import type { DataMount } from '../../settings/settings.ts';
import type { AttemptPlace, Order } from '../../study/order.ts';
import type { Runner } from '../../study/ports.ts';
import { askToEndTraining, markStopped, readClaim, revoke } from '../attempt-files.ts';
import { followAttempt } from '../follow-attempt.ts';
import { clearAttempt, prepareAttempt } from '../prepare-attempt.ts';
import { type Container, type Limits, runArguments } from './arguments.ts';
import { noteContainer, readContainer, removeContainer, stateOf, stopContainer } from './container.ts';
import { placeData } from './data-mounts.ts';
import { dockerBody } from './docker-body.ts';
import { type FetchedPlace, placeFetched } from './fetched-data.ts';
import { networkAccess } from './network-access.ts';

export interface DockerRunnerOptions {
  /** The image's id: the same for every attempt of a study. */
  readonly image: string;
  /** Absolute path of `images/runtime`. */
  readonly runtime: string;
  /** The study's read-only snapshot. */
  readonly source: string;
  /** What the training code sees of our environment: `trainingEnvironment(process.env, 'container')`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly data: readonly DataMount[];
  /** What known loaders will ask for. */
  readonly fetched: readonly FetchedPlace[];
  readonly limits: Limits;
  readonly network: 'none' | 'bridge';
  readonly gpus: 'none' | 'all';
  /** Milliseconds: between SIGTERM and SIGKILL, and beyond the order's limit. */
  readonly patience?: { readonly stop: number; readonly overtime: number };
}

/**
 * Runs attempts in containers of this machine's engine, which outlive us. Nothing is remembered here:
 * the attempt's folder names the container, and the engine knows how it ended.
 */
export function dockerRunner(options: DockerRunnerOptions): Runner {
  const { stop, overtime } = options.patience ?? { stop: 10_000, overtime: 15_000 };
  return {
    name: 'docker',

    async start(place, order, edited) {
      const { folder } = place;
      await prepareAttempt(folder, order, edited, { source: options.source, data: [] });
      const container = await containerFor(place, order, options);
      await noteContainer(folder, container.name, container.image);
      await startContainer(container);
    },

    getReady() {
      // Every container starts anew.
    },

    async follow({ folder }, see) {
      using body = dockerBody(folder, stop);
      return await followAttempt(folder, body, see, overtime);
    },

    async endTraining({ folder }) {
      await askToEndTraining(folder);
    },

    async stop({ folder }) {
      if ((await readClaim(folder)) === null) {
        await markStopped(folder, 'stop');
        // When we come first nothing of the script ever runs; the runtime ends by itself as it sees the claim.
        await revoke(folder);
      }
      const container = await readContainer(folder);
      if (container === null || (await stateOf(container.name)).kind !== 'running') return;
      await markStopped(folder, 'stop');
      await stopContainer(container.name, stop);
    },

    async clean({ folder }) {
      const container = await readContainer(folder);
      if (container !== null) {
        if ((await stateOf(container.name)).kind === 'running') throw new Error(`This attempt still runs: ${folder}`);
        await removeContainer(container.name);
      }
      await clearAttempt(folder);
    },
  };
}

async function containerFor(place: AttemptPlace, order: Order, options: DockerRunnerOptions): Promise<Container> {
  const { folder, study, trial, attempt } = place;
  const { image, runtime, source, environment, limits, network, gpus } = options;
  const access = network === 'none' ? null : networkAccess(process.env);
  const fetched = await placeFetched(options.fetched, folder, order.directory);
  return {
    name: `retune-${study}-${trial}-${attempt}-${randomUUID().slice(0, 8)}`,
    image,
    user: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    labels: {
      'retune.study': study,
      'retune.trial': String(trial),
      'retune.attempt': String(attempt),
      'retune.fence': String(order.fence),
      'retune.boot': currentBoot(),
      'retune.folder': folder,
    },
    environment: { ...environment, ...ownEnvironment, ...(access?.environment ?? offline), ...fetched.environment },
    mounts: [
      { host: folder, inside: '/attempt', writable: true },
      { host: runtime, inside: '/retune/runtime', writable: false },
      // The working copy may link to it where the file system cannot share.
      { host: source, inside: source, writable: false },
      ...(access?.mounts ?? []),
      ...fetched.mounts,
      ...(await placeData(options.data, folder, order.directory)),
    ],
    limits,
    network,
    gpus,
    output: '/attempt/output.log',
    command: ['/opt/retune/bin/python', '/retune/runtime/attempt.py', '/attempt'],
  };
}

/** Starts it, or leaves nothing of it: the engine keeps what it has made and could not start. */
export async function startContainer(container: Container): Promise<void> {
  try {
    await insistOn(runArguments(container), notStarted);
  } catch (error) {
    await removeContainer(container.name).catch(() => undefined);
    throw error;
  }
}

/** What is there is taken, without asking the network for minutes whether there is something newer. */
export const offline = { HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1' };

/** A caller whom the image does not know still has a name and a home. */
export const ownEnvironment = {
  HOME: '/tmp',
  USER: 'retune',
  LOGNAME: 'retune',
  XDG_CACHE_HOME: '/tmp/.cache',
  MPLCONFIGDIR: '/tmp/.matplotlib',
};

function notStarted({ err }: Said): UserError {
  const noGpus = /could not select device driver|nvidia|CDI device/i.test(err);
  return new UserError(
    'machine',
    'container-not-started',
    `The container does not start: ${noGpus ? 'no GPU of this machine can be given to it' : lastLineOf(err)}`,
    {
      help: noGpus
        ? 'For --gpus all this machine needs the NVIDIA Container Toolkit, and its engine a restart after that.'
        : '`retune doctor` checks the engine.',
    },
  );
}
