import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { identify } from '../../machine/process-identity.ts';
import { endProcesses } from './end-processes.ts';
import { markedAs, markOf } from './own-processes.ts';

export interface ShellScript {
  /** Absolute; it is given the folder as its argument. */
  readonly path: string;
  /** Working directory; made where it is missing, and the mark of all processes that the script starts. */
  readonly folder: string;
  /** In the folder; receives both outputs. */
  readonly output: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it with all that it started. */
  readonly interrupted: AbortSignal;
}

/** Runs a shell script in a session of its own. @returns its exit code; `null`: it was ended by a signal. */
export async function runShellScript(script: ShellScript): Promise<number | null> {
  const { path, folder, environment, interrupted } = script;
  await mkdir(folder, { recursive: true });
  const output = await open(script.output, 'w');
  try {
    const child = spawn('bash', [path, folder], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: { ...environment, ...markedAs(folder) },
    });
    const leader = identify(child.pid ?? 0);
    const end = (): void => {
      if (leader !== null) void endProcesses(leader, markOf(folder), 5000);
    };
    interrupted.addEventListener('abort', end, { once: true });
    const [code] = (await once(child, 'exit')) as [number | null];
    interrupted.removeEventListener('abort', end);
    return code;
  } finally {
    await output.close();
  }
}
