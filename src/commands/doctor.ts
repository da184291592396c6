import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describeError, exitCodes } from '../errors.ts';
import { lookAtEngine, mountReaches } from '../environments/engine.ts';
import { lookAtGpus } from '../environments/gpus.ts';
import type { Gpus } from '../environments/gpus.ts';
import { findInterpreter } from '../environments/interpreter.ts';
import { doctorText } from '../report/doctor-text.ts';
import type { Check } from '../report/doctor-text.ts';
import { formatBytes } from '../report/format-number.ts';
import type { Settings } from '../settings/settings.ts';
import type { Terminal } from './terminal.ts';

/** `doctor`: whether this machine has what is needed; exit code 5 when something surely prevents a run. */
export async function doctor(settings: Settings, terminal: Terminal): Promise<number> {
  const here = [
    system(),
    node(),
    await python(settings),
    installer(),
    gpu(await lookAtGpus()),
    home(settings),
    disk(settings),
  ];
  const checks = [...here, ...(await engine(settings))];
  terminal.out(
    settings.json ? `${JSON.stringify(checks, null, 2)}\n` : doctorText(checks, { colour: terminal.colour }),
  );
  return checks.some(({ state }) => state === 'problem') ? exitCodes.machine : exitCodes.done;
}

function system(): Check {
  const found = `${process.platform} ${process.arch}`;
  if (process.platform === 'win32')
    return { name: 'system', state: 'problem', found, help: 'Run inside WSL 2: native Windows is not supported.' };
  return process.platform === 'linux'
    ? { name: 'system', state: 'ok', found, help: null }
    : { name: 'system', state: 'warning', found, help: 'Made for Linux; elsewhere it does what it can.' };
}

function node(): Check {
  const [major = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'node',
    state: major >= 20 ? 'ok' : 'problem',
    found: process.version,
    help: major >= 20 ? null : 'Node 20 or newer is needed.',
  };
}

async function python(settings: Settings): Promise<Check> {
  try {
    const { path, version } = await findInterpreter(settings.python);
    return { name: 'python', state: 'ok', found: `${version} (${path})`, help: null };
  } catch (thrown) {
    return { name: 'python', state: 'problem', found: 'none that is usable', help: describeError(thrown) };
  }
}

function installer(): Check {
  const uv = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'uv'))
    .find(existsSync);
  if (uv !== undefined) return { name: 'uv', state: 'ok', found: uv, help: null };
  return {
    name: 'uv',
    state: 'warning',
    found: 'not on PATH',
    help: 'Optional: with uv environments are made in seconds instead of minutes (pip install uv).',
  };
}

function gpu(gpus: Gpus): Check {
  switch (gpus.kind) {
    case 'none':
      return { name: 'gpu', state: 'ok', found: 'none: trainings use the processors', help: null };
    case 'found':
      return {
        name: 'gpu',
        state: 'warning',
        found: gpus.names.join(', '),
        help: 'Used by processes of this machine (--runner local), by PyTorch with --pytorch default, by Keras and XGBoost with --build cuda; by containers with --gpus all.',
      };
    case 'broken':
      return {
        name: 'gpu',
        state: 'warning',
        found: `its driver fails: ${gpus.why}`,
        help: 'Until nvidia-smi answers, trainings use the processors.',
      };
  }
}

function home({ home: folder }: Settings): Check {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return { name: 'home', state: 'ok', found: folder, help: null };
  } catch {
    return {
      name: 'home',
      state: 'problem',
      found: `${folder} cannot be written`,
      help: 'Name another folder with --home or RETUNE_HOME.',
    };
  }
}

/** Docker is needed for `--runner docker` only; there its absence is an error of that command. */
async function engine({ home: folder }: Settings): Promise<readonly Check[]> {
  try {
    const { version, liveRestore, rootless } = await lookAtEngine();
    const help = liveRestore
      ? null
      : 'Trainings end when Docker restarts: set "live-restore": true in /etc/docker/daemon.json.';
    const found = `${version}${rootless ? ', rootless' : ''}${liveRestore ? ', live-restore' : ', no live-restore'}`;
    return [{ name: 'docker', state: liveRestore ? 'ok' : 'warning', found, help }, mount(await mountReaches(folder))];
  } catch (thrown) {
    const help = `Needed for --runner docker only. ${describeError(thrown).replace(/\s+/g, ' ')}`;
    return [{ name: 'docker', state: 'warning', found: 'no engine answers', help }];
  }
}

function mount(reaches: boolean | null): Check {
  if (reaches === null) return { name: 'mounts', state: 'ok', found: 'not tried: no image was built yet', help: null };
  return reaches
    ? { name: 'mounts', state: 'ok', found: 'a container sees the home', help: null }
    : {
        name: 'mounts',
        state: 'problem',
        found: 'a container does not see the home',
        help: 'The engine runs on another machine, or Retune runs in a container: name a folder by --home that both see under one path.',
      };
}

/** An environment with TensorFlow or PyTorch takes some gigabytes. */
const enough = 8e9;

function disk({ home: folder }: Settings): Check {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : '/');
  const free = bavail * bsize;
  const help = 'An environment with TensorFlow or PyTorch takes up to 6 GB; retune prune removes old ones.';
  return {
    name: 'disk',
    state: free >= enough ? 'ok' : 'warning',
    found: `${formatBytes(free)} free`,
    help: free >= enough ? null : help,
  };
}
