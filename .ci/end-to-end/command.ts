import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist', 'cli.js');

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly cli?: string;
}

/** Starts the built command as a person would; kills nothing by itself. */
export function start(args: readonly string[], call: Call = {}): { child: ChildProcess; result: Promise<Result> } {
  const child = spawn(call.node ?? process.execPath, [call.cli ?? cli, ...args], {
    cwd: call.cwd ?? root,
    env: { ...process.env, ...call.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const result = new Promise<Result>((done) => {
    child.on('close', (code) => {
      done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
  return { child, result };
}

export function retune(args: readonly string[], call: Call = {}): Promise<Result> {
  return start(args, call).result;
}

/** A temporary folder that goes away with its scope. */
export function temporary(name: string): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), `retune-${name}-`));
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The environments that all checks share. */
export const shared = join(process.env.RETUNE_HOME ?? join(homedir(), '.retune'), 'environments');

/** A fresh home that shares the environments of the checks' own, so that nothing is installed twice. */
export function homeIn(folder: string): Readonly<Record<string, string>> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  mkdirSync(shared, { recursive: true });
  if (!existsSync(join(home, 'environments'))) symlinkSync(shared, join(home, 'environments'));
  return { RETUNE_HOME: home };
}

export function copyExample(name: string, into: string): string {
  cpSync(join(root, 'examples', name), into, { recursive: true });
  return join(into, 'train.py');
}
