import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Output of a git command that runs no hook and waits for nobody; `null` when it fails or there is no git.
 * `more` is added to the environment: what must not stand in a list of processes, such as a token.
 */
export async function git(
  folder: string,
  command: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...command], {
      cwd: folder,
      env: { ...process.env, ...more, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      maxBuffer: 256 << 20,
    });
    return stdout;
  } catch {
    return null;
  }
}
