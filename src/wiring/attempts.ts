import { totalmem } from 'node:os';
import { basename } from 'node:path';
import type { Ready } from '../environments/environment.ts';
import type { FetchedData } from '../environments/fetch-data.ts';
import { carriesPassword, trainingEnvironment } from '../runners/allow-list.ts';
import type { Limits } from '../runners/docker/arguments.ts';
import { dockerRunner } from '../runners/docker/docker-runner.ts';
import type { FetchedPlace } from '../runners/docker/fetched-data.ts';
import { runShellScriptInContainer } from '../runners/docker/run-shell-script.ts';
import { localRunner } from '../runners/local/local-runner.ts';
import { runShellScript } from '../runners/local/run-shell-script.ts';
import type { ShellScript } from '../runners/local/run-shell-script.ts';
import { memoryIn } from '../runners/remembered/memory.ts';
import { rememberingRunner } from '../runners/remembered/remembering-runner.ts';
import { shareOfCores } from '../runners/share-of-cores.ts';
import type { Settings } from '../settings/settings.ts';
import type { Runner } from '../study/ports.ts';

/** Where and with what the attempts of one study run. */
export interface Surroundings {
  readonly study: string;
  /** The study's read-only snapshot. */
  readonly source: string;
  /** The script's working directory, relative to the snapshot. */
  readonly directory: string;
  readonly environmentHash: string;
  readonly dataContent: string | null;
  readonly settings: Settings;
  /** Absolute path of `images/runtime`. */
  readonly runtime: string;
  readonly ready: Ready;
  readonly fetched: readonly FetchedData[];
}

/** The concrete runner for what attempts run in; it trains nothing twice. */
export function runnerOn(at: Surroundings & { readonly say: (text: string) => void }): Runner {
  const { ready, settings, source, runtime, fetched, say } = at;
  return rememberingRunner(bareRunnerOn(at), {
    memory: memoryIn(settings.home),
    source,
    ground: {
      runtime,
      environment: [ready.kind === 'image' ? ready.id : ready.python, at.environmentHash],
      variables: variablesOf(at),
      data: [...settings.data.map(({ host, inside }) => inside ?? basename(host)), at.dataContent ?? ''],
      fetched: fetched.map(({ files }) => files),
      network: ready.kind === 'image' ? settings.network : 'bridge',
      gpus: ready.kind === 'image' ? settings.gpus : 'all',
    },
    seesFiles: ready.kind === 'interpreter',
    recalls: !settings.fresh,
    say,
  });
}

function bareRunnerOn(at: Surroundings & { readonly say: (text: string) => void }): Runner {
  const { ready, settings, source, runtime, say } = at;
  const { data, network, gpus, noWarm } = settings;
  const environment = variablesOf(at);
  switch (ready.kind) {
    case 'interpreter':
      return localRunner({ python: ready.python, runtime, source, environment, data, cold: noWarm, say });
    case 'image': {
      const given = { data, fetched: fetchedPlaces(at.fetched), limits: limitsOf(settings), network, gpus };
      return dockerRunner({ image: ready.id, runtime, source, environment, ...given });
    }
  }
}

/** A shell script, where it runs, and the Python that makes a new environment there; a container has its own. */
export type ShellRun = Omit<ShellScript, 'environment'> & { readonly python: string };

/** Runs a shell script where attempts run, but without our runtime. @returns its exit code. */
export async function runShell({ python, ...script }: ShellRun, at: Surroundings): Promise<number | null> {
  const { ready, settings, study, directory } = at;
  const environment = variablesOf(at);
  if (ready.kind === 'interpreter')
    return await runShellScript({
      ...script,
      environment: { ...installing(process.env), ...environment, PYTHON: python },
    });
  const { network, gpus } = settings;
  const reads = settings.data.map(({ host }) => host);
  const given = { reads, fetched: fetchedPlaces(at.fetched), limits: limitsOf(settings), network, gpus };
  return await runShellScriptInContainer({ ...script, environment }, { image: ready.id, study, directory, ...given });
}

/** What installers are told of package indexes, but for passwords. */
function installing(ours: NodeJS.ProcessEnv): Record<string, string> {
  const told = Object.entries(ours).flatMap(([name, value]) => {
    const open = /^(PIP|UV)_/.test(name) && value !== undefined && !carriesPassword.test(value);
    return open ? [[name, value] as const] : [];
  });
  return Object.fromEntries(told);
}

function variablesOf({ ready, settings }: Surroundings): Record<string, string> {
  const ours = trainingEnvironment(process.env, ready.kind === 'image' ? 'container' : 'process');
  return { ...shareOfCores(settings.parallel), ...ours };
}

function limitsOf({ memory, cpus, parallel }: Settings): Limits {
  return { memory: memory ?? Math.floor((totalmem() * 0.9) / parallel), cpus };
}

function fetchedPlaces(fetched: readonly FetchedData[]): FetchedPlace[] {
  return fetched.map(({ files, download: { variable, folder } }) => ({
    files,
    variable,
    folder: folder?.path ?? null,
  }));
}
