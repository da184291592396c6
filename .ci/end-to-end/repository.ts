import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A clone with its bare origin, as a push leaves them. */
export interface PushedRepository {
  readonly clone: string;
  readonly bare: string;
  readonly git: (...command: readonly string[]) => string;
  /** Commits everything and pushes it; answers with the commit. */
  readonly push: (message?: string) => string;
}

export function pushedRepository(folder: string, files: Readonly<Record<string, string>>): PushedRepository {
  const [bare, clone] = [join(folder, 'origin.git'), join(folder, 'clone')];
  const run = (cwd: string, command: readonly string[]): string => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    return execFileSync('git', [...who, ...command], { cwd, encoding: 'utf8', stdio: 'pipe' }).replace(/\n$/, '');
  };
  mkdirSync(folder, { recursive: true });
  run(folder, ['init', '-q', '--bare', '-b', 'main', bare]);
  run(folder, ['init', '-q', '-b', 'main', clone]);
  const git = (...command: readonly string[]): string => run(clone, command);
  git('remote', 'add', 'origin', bare);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), text);
  }
  const push = (message = 'Change'): string => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
    git('push', '-q', '-f', 'origin', 'HEAD');
    return git('rev-parse', 'HEAD');
  };
  push('Begin');
  return { clone, bare, git, push };
}
