import { UserError } from '../errors.ts';

/** What the Docker command line answered. `code` is `null` when it was ended by a signal. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Asks the engine through its command line, which knows contexts, rootless engines, TLS and SSH. */
export async function docker(args: readonly string[], environment = process.env): Promise<Said> {
  // Loaded here: what never trains in containers need not wait for it.
  const { getExecOutput } = await import('@actions/exec');
  const options = { silent: true, ignoreReturnCode: true, env: definedIn(environment) };
  try {
    const { exitCode: code, stdout: out, stderr: err } = await getExecOutput('docker', [...args], options);
    return { code, out, err };
  } catch (cause) {
    // A command that ran and failed is an answer; only one that could not be started is thrown.
    throw noCommand(cause);
  }
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

function definedIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

function noCommand(cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError('machine', 'no-engine', `The docker command cannot be started: ${why}`, {
    help: 'Install Docker and start it, or train without it: --runner local.',
    cause,
  });
}
