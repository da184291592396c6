import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from '../machine/git.ts';
import { errorCode } from '../machine/write-durably.ts';

/** Writes a file of a user's repository, with the folders that it needs. */
export async function writeRepositoryFile(root: string, path: string, text: string): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The text of a file of a repository; `null` where there is none. */
export async function readRepositoryFile(root: string, path: string): Promise<string | null> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** `owner/name@commit` of a clone of a repository on GitHub; `null` for anything else. */
export async function pinOf(folder: string): Promise<string | null> {
  const [url, commit] = await Promise.all([
    git(folder, ['remote', 'get-url', 'origin']),
    git(folder, ['rev-parse', '--verify', '-q', 'HEAD']),
  ]);
  const name = /github\.com[/:]([\w.-]+\/[\w.-]+?)(\.git)?\s*$/.exec(url ?? '')?.[1];
  return name === undefined || commit === null ? null : `${name}@${commit.trim()}`;
}

/** The branch that pull requests go to, as far as a clone knows. */
export async function defaultBranchOf(root: string): Promise<string> {
  const [remote, own] = await Promise.all([
    git(root, ['symbolic-ref', '-q', '--short', 'refs/remotes/origin/HEAD']),
    git(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
  ]);
  return remote?.trim().replace(/^origin\//, '') ?? own?.trim() ?? 'main';
}
