/** A folder or file of the host, as the container sees it. */
export interface Mount {
  readonly host: string;
  readonly inside: string;
  readonly writable: boolean;
}

export interface Limits {
  /** Bytes, swap included; `/dev/shm` and `/tmp` count too. */
  readonly memory: number;
  /** Processors, also parts of one; `null`: all. */
  readonly cpus: number | null;
}

/** A container that trains, as data. */
export interface Container {
  readonly name: string;
  /** Id or tag. */
  readonly image: string;
  /** `uid:gid`: whose files it writes. */
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  readonly limits: Limits;
  readonly network: 'none' | 'bridge';
  readonly gpus: 'none' | 'all';
  /** Receives both outputs; a path inside. The engine's own log would block the training when the engine is down. */
  readonly output: string;
  readonly command: readonly string[];
}

/**
 * The arguments of `docker` that start it: detached, never restarted by the engine, and with as little
 * as training needs. No capability, no way to gain one, no network, nothing writable but its own.
 */
export function runArguments(container: Container): string[] {
  const { name, image, user, network, limits, output, command } = container;
  return [
    ...['run', '--detach', '--init', '--name', name, '--restart', 'no'],
    ...['--log-driver', 'json-file', '--log-opt', 'max-size=1m'],
    // Executable: compilers of kernels (numba, torch.compile, XLA) load what they write there.
    ...['--read-only', '--tmpfs', '/tmp:rw,exec,nosuid,nodev,mode=1777'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--user', user, '--network', network],
    ...(container.gpus === 'all' ? ['--gpus', 'all'] : []),
    ...['--pids-limit', String(mostProcesses), ...limitArguments(limits)],
    ...container.mounts.flatMap((mount) => ['--mount', mountArgument(mount)]),
    ...Object.entries(container.environment).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...Object.entries(container.labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]),
    ...['--entrypoint', '/bin/sh', image, '-c', redirected, output, ...command],
  ];
}

/** `$0` is the output, the rest the command. */
const redirected = 'exec "$@" </dev/null >>"$0" 2>&1';

/** Loaders start many workers, each with many threads; a fork bomb starts more. */
const mostProcesses = 4096;

/** Without swap: else the swap would be used up first. Shared memory as on any Linux: half. */
function limitArguments({ memory, cpus }: Limits): string[] {
  const bytes = String(memory);
  return [
    ...['--memory', bytes, '--memory-swap', bytes, '--shm-size', String(Math.floor(memory / 2))],
    ...(cpus === null ? [] : ['--cpus', String(cpus)]),
  ];
}

/** One line of comma-separated values: fields with a comma or a quote stand in quotes. */
function mountArgument({ host, inside, writable }: Mount): string {
  const fields = ['type=bind', `source=${host}`, `target=${inside}`, ...(writable ? [] : ['readonly'])];
  return fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
