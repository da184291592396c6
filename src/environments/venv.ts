import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeJson, fields, finite, integer, oneOf, text } from '../decode.ts';
import { sizeOfFiles } from '../machine/size-of-files.ts';
import { errorCode, namingFullDisk, writeDurably } from '../machine/write-durably.ts';
import { claim, tryClaim } from './claims.ts';
import type { Environment, EnvironmentPlan, Interpreter } from './environment.ts';
import { chooseInstaller, install } from './install.ts';
import { pythonIn } from './installers.ts';

export interface MakeOptions {
  readonly home: string;
  readonly interpreter: Interpreter;
  readonly say: (text: string) => void;
  /** Where index, proxies and certificates are set; default: the command's own. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * The environment of a plan, made if it is not there: in place, since virtual environments cannot be
 * moved, and with its marker written last, so that one without a marker is made again from nothing.
 */
export async function makeEnvironment(plan: EnvironmentPlan, options: MakeOptions): Promise<Environment> {
  const folder = folderOf(options.home, plan.hash);
  const ready: Environment = { python: pythonIn(folder), folder, hash: plan.hash, made: false, seconds: 0 };
  if (await use(folder)) return ready;
  return await namingFullDisk(folder, async () => {
    await mkdir(join(options.home, 'environments'), { recursive: true });
    await using mine = await claim(options.home, plan.hash, sayOnce(plan, options.say));
    // Someone may have made it while we waited.
    if (await use(folder)) return ready;
    const seconds = await make(plan, folder, mine.cover, options);
    return { ...ready, made: true, seconds };
  });
}

/** Whether the environment is there, whole, with an interpreter that still exists. */
export async function environmentReady({ hash }: EnvironmentPlan, home: string): Promise<boolean> {
  const folder = folderOf(home, hash);
  return (await readMarker(folder)) !== null && (await exists(pythonIn(folder)));
}

export interface KeptEnvironment {
  readonly hash: string;
  readonly family: string;
  readonly folder: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly lastUsed: number;
}

/** Every environment in a home, unfinished ones of a crash included. */
export async function listEnvironments(home: string): Promise<readonly KeptEnvironment[]> {
  const names = await namesIn(join(resolve(home), 'environments'));
  const kept = names.filter((name) => /^[0-9a-f]{16}$/.test(name)).sort();
  return await Promise.all(
    kept.map(async (hash) => {
      const folder = folderOf(home, hash);
      const marker = await readMarker(folder);
      const { mtimeMs: lastUsed } = await stat(marker === null ? folder : markerIn(folder));
      const bytes = marker?.bytes ?? (await sizeOfFiles(folder));
      return { hash, family: marker?.family ?? 'unfinished', folder, bytes, lastUsed };
    }),
  );
}

/** Removes one; `false` when another process makes it right now. The caller knows that no study needs it. */
export async function removeEnvironment(home: string, hash: string): Promise<boolean> {
  const mine = await tryClaim(home, hash);
  if (typeof mine === 'number') return false;
  try {
    const folder = folderOf(home, hash);
    // The marker first: what is half removed must not pass for whole.
    await rm(markerIn(folder), { force: true });
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.log`, { force: true });
    return true;
  } finally {
    await mine[Symbol.asyncDispose]();
  }
}

async function make(
  plan: EnvironmentPlan,
  folder: string,
  cover: (pid: number) => void,
  { interpreter, say, environment = process.env }: MakeOptions,
): Promise<number> {
  const started = Date.now();
  const installer = await chooseInstaller(environment);
  const log = `${folder}.log`;
  say(`making the ${plan.family} environment with ${installer.name} and Python ${interpreter.version}`);
  await rm(folder, { recursive: true, force: true });
  await rm(log, { force: true });
  try {
    await install(plan, installer, { folder, interpreter, log, environment, say, cover });
    const marker: Marker = {
      v: 1,
      family: plan.family,
      requirements: plan.requirements,
      python: interpreter.version,
      installer: installer.name,
      bytes: await sizeOfFiles(folder),
      seconds: (Date.now() - started) / 1000,
    };
    await writeDurably(markerIn(folder), `${JSON.stringify(marker)}\n`);
    say(
      `made the ${plan.family} environment in ${Math.round(marker.seconds)} s (${Math.round(marker.bytes / 1e6)} MB)`,
    );
    return marker.seconds;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

type Marker = NonNullable<Awaited<ReturnType<typeof readMarker>>>;

const markerDecoder = fields({
  v: oneOf(1),
  family: text(),
  requirements: text(100_000),
  python: text(),
  installer: text(),
  bytes: integer(0),
  seconds: finite,
});

async function readMarker(folder: string) {
  const json = await readFile(markerIn(folder), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (json === null) return null;
  const decoded = decodeJson(markerDecoder, json);
  // One that cannot be read is as good as none: the environment is made again.
  return decoded.ok ? decoded.value : null;
}

/** Whether it can be used, and that it is. */
async function use(folder: string): Promise<boolean> {
  if ((await readMarker(folder)) === null || !(await exists(pythonIn(folder)))) return false;
  const now = new Date();
  await utimes(markerIn(folder), now, now);
  return true;
}

function folderOf(home: string, hash: string): string {
  return join(resolve(home), 'environments', hash);
}

function markerIn(folder: string): string {
  return join(folder, 'complete.json');
}

function sayOnce({ family }: EnvironmentPlan, say: (text: string) => void): (pid: number) => void {
  let said = false;
  return (pid) => {
    if (!said) say(`process ${pid} makes the ${family} environment; waiting for it`);
    said = true;
  };
}

/** Follows links: a virtual environment's Python is a link to one that may have been uninstalled. */
async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
}
