import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { EnvironmentPlan, InstallStep, Interpreter } from './environment.ts';
import { installFailure } from './install-failure.ts';
import { installerEnvironment, pip, uv } from './installers.ts';
import type { Call, Installer } from './installers.ts';
import { pinsOf } from './lock-text.ts';

export interface Workplace {
  readonly folder: string;
  readonly interpreter: Interpreter;
  /** Everything the installer says goes here. */
  readonly log: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (text: string) => void;
  /** Told of every process that writes into the folder. */
  readonly cover: (pid: number) => void;
}

/** Makes the folder an environment and installs everything, in the plan's order. */
export async function install({ steps }: EnvironmentPlan, installer: Installer, place: Workplace): Promise<void> {
  const { folder, interpreter } = place;
  await perform(installer.create(folder, interpreter), null, place);
  const within = `${folder}/within.txt`;
  for (const step of steps) {
    if (step.kind === 'names') await writeFile(within, await pinsIn(step.within));
    await perform(installer.install(folder, interpreter, step, within), step, place);
  }
}

/** `uv` where it is on PATH and runs, since it is ten times faster; else `pip`. */
export async function chooseInstaller(environment: NodeJS.ProcessEnv): Promise<Installer> {
  return await new Promise((done) => {
    const child = spawn('uv', ['--version'], { env: installerEnvironment(environment), stdio: 'ignore' });
    child.on('error', () => {
      done(pip);
    });
    child.on('close', (code) => {
      done(code === 0 ? uv : pip);
    });
  });
}

async function pinsIn(files: readonly string[]): Promise<string> {
  const locks = await Promise.all(files.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
  return locks.map((lock) => `${pinsOf(lock).join('\n')}\n`).join('');
}

async function perform(call: Call, step: InstallStep | null, place: Workplace): Promise<void> {
  const log = createWriteStream(place.log, { flags: 'a' });
  const lines: string[] = [];
  const failure = await run(call, place, (line) => {
    log.write(`${line}\n`);
    lines.push(line);
    if (lines.length > mostLines) lines.shift();
    const download = largeDownload.exec(line)?.[1];
    if (download !== undefined) place.say(`downloading ${download}`);
  });
  if (failure !== null) log.write(`${failure}\n`);
  log.end();
  await finished(log).catch(() => undefined);
  if (failure !== null) throw installFailure(lines.length === 0 ? [failure] : lines, step, place.log);
}

const mostLines = 1000;
/** `Downloading tensorflow_cpu-2.21.0.whl (230.1 MB)`: worth a word when it takes a while. */
const largeDownload = /^\s*Downloading (\S+ \((?:\d{2,}(?:\.\d+)? ?Mi?B|[\d.]+ ?Gi?B)\))/;

/** Why it failed, or `null`. */
async function run(call: Call, place: Workplace, see: (line: string) => void): Promise<string | null> {
  return await new Promise((done) => {
    const child = spawn(call.program, call.arguments, {
      env: installerEnvironment(place.environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) place.cover(child.pid);
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', see);
    child.on('error', (error) => {
      done(`${call.program} did not start: ${error.message}`);
    });
    child.on('close', (code, signal) => {
      done(code === 0 ? null : `${call.program} ended with ${signal ?? `exit code ${code ?? '?'}`}`);
    });
  });
}
