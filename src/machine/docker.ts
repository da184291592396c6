import { spawn } from 'node:child_process';
import { UserError } from '../errors.ts';

/** What the Docker command line answered. `code` is `null` when it was ended by a signal. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Asks the engine through its command line, which knows contexts, rootless engines, TLS and SSH. */
export async function docker(args: readonly string[], environment = process.env): Promise<Said> {
  return await new Promise((done, fail) => {
    const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (cause) => {
      fail(noCommand(cause));
    });
    child.on('close', (code) => {
      done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** What the engine printed; where it failed, the error of `failing`, or that there is no engine. */
export async function insistOn(args: readonly string[], failing: (said: Said) => UserError): Promise<string> {
  const said = await docker(args);
  if (said.code === 0) return said.out.trim();
  throw isUnreachable(said) ? noEngine(said) : failing(said);
}

/** Whether nobody answered: then nothing is known about any container. */
export function isUnreachable({ code, err }: Said): boolean {
  return code !== 0 && unreachable.test(err);
}

/** Not every refused connection: a build may speak of a registry's. */
const unreachable =
  /Cannot connect to the Docker daemon|permission denied while trying to connect|error during connect|dial unix/i;

export function noEngine({ err }: Said): UserError {
  const denied = /permission denied/i.test(err);
  return new UserError('machine', 'no-engine', `No Docker engine answers: ${lastLineOf(err)}`, {
    help: denied
      ? 'Add yourself to the group docker, or use a rootless engine; `retune doctor` checks it.'
      : 'Start Docker, or set DOCKER_HOST to where it runs; `retune doctor` checks it. Without Docker: --runner local.',
  });
}

export function lastLineOf(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

function noCommand(cause: Error): UserError {
  return new UserError('machine', 'no-engine', `The docker command cannot be started: ${cause.message}`, {
    help: 'Install Docker and start it, or train without it: --runner local.',
    cause,
  });
}
