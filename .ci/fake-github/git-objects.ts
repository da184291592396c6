import { spawnSync } from 'node:child_process';

/** The repository's objects: a real bare repository, so that hashes and diffs are git's own. */
export interface GitObjects {
  /** Without the line feed at the end. */
  readonly git: (command: readonly string[], input?: string | Buffer) => string;
  /** `null` where there is no such object, ref or path. */
  readonly ask: (command: readonly string[], input?: string | Buffer) => string | null;
  readonly read: (command: readonly string[]) => Buffer;
}

const author = ['-c', 'user.name=github-actions[bot]', '-c', 'user.email=github-actions[bot]@users.noreply.github.com'];

export function gitObjects(folder: string): GitObjects {
  const run = (command: readonly string[], input: string | Buffer = ''): Buffer | null => {
    const all = [...author, '-c', 'core.quotePath=false', ...command];
    const { status, stdout } = spawnSync('git', all, { cwd: folder, input, maxBuffer: 1 << 28 });
    return status === 0 ? stdout : null;
  };
  const insist = (command: readonly string[], input?: string | Buffer): Buffer => {
    const answer = run(command, input);
    if (answer === null) throw new Error(`git ${command.join(' ')} failed in ${folder}`);
    return answer;
  };
  const line = (answer: Buffer): string => answer.toString('utf8').replace(/\n$/, '');
  return {
    git: (command, input) => line(insist(command, input)),
    ask: (command, input) => {
      const answer = run(command, input);
      return answer === null ? null : line(answer);
    },
    read: (command) => insist(command),
  };
}
