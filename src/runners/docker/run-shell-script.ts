import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { docker } from '../../machine/docker.ts';
import type { ShellScript } from '../local/run-shell-script.ts';
import type { Container, Limits } from './arguments.ts';
import { removeContainer, stopContainer } from './container.ts';
import { offline, ownEnvironment, startContainer } from './docker-runner.ts';
import { type FetchedPlace, placeFetched } from './fetched-data.ts';
import { networkAccess } from './network-access.ts';

export interface ShellContainer {
  readonly image: string;
  readonly study: string;
  /** The training script's working directory, relative to the snapshot. */
  readonly directory: string;
  /** Absolute paths of this machine that the script names, there under the same names and read-only. */
  readonly reads: readonly string[];
  readonly fetched: readonly FetchedPlace[];
  readonly limits: Limits;
  readonly network: 'none' | 'bridge';
  readonly gpus: 'none' | 'all';
}

/** Where the packages of an image are: a virtual environment. */
const environmentInside = '/opt/retune';

/**
 * Runs a shell script in a fresh container that knows nothing of our runtime. Its working directory and its output are all
 * that it can write. @returns its exit code.
 */
export async function runShellScriptInContainer(script: ShellScript, options: ShellContainer): Promise<number | null> {
  const { folder, output, interrupted } = script;
  await mkdir(folder, { recursive: true });
  const container = await containerFor(script, options);
  const stop = (): void => void stopContainer(container.name, 10_000).catch(() => undefined);
  await writeFile(output, '');
  await startContainer(container);
  try {
    interrupted.addEventListener('abort', stop, { once: true });
    if (interrupted.aborted) stop();
    const { out } = await docker(['wait', container.name]);
    return /^\d+$/.test(out.trim()) ? Number(out) : null;
  } finally {
    interrupted.removeEventListener('abort', stop);
    await removeContainer(container.name);
  }
}

async function containerFor(
  { path, folder, output, environment }: ShellScript,
  { image, study, directory, reads, fetched, limits, network, gpus }: ShellContainer,
): Promise<Container> {
  const access = network === 'none' ? null : networkAccess(process.env);
  const placed = await placeFetched(fetched, folder, directory);
  const visible = [...new Set([dirname(dirname(path)), ...reads])];
  return {
    name: `retune-${study}-reproduce-${randomUUID().slice(0, 8)}`,
    image,
    user: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    labels: { 'retune.study': study, 'retune.folder': folder },
    environment: {
      ...environment,
      ...ownEnvironment,
      ...(access?.environment ?? offline),
      ...placed.environment,
      ENVIRONMENT: environmentInside,
    },
    mounts: [
      { host: folder, inside: '/attempt', writable: true },
      ...visible.map((host) => ({ host, inside: host, writable: false })),
      ...(access?.mounts ?? []),
      ...placed.mounts,
    ],
    limits,
    network,
    gpus,
    output: join('/attempt', relative(folder, output)),
    command: ['bash', path, '/attempt'],
  };
}
