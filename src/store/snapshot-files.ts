import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { git } from '../machine/git.ts';
import { errorCode } from '../machine/write-durably.ts';

/** What is in the snapshot: `path` inside it, and the real file that it is read from. */
export interface SnapshotFile {
  readonly path: string;
  readonly real: string;
  readonly bytes: number;
  readonly executable: boolean;
}

export interface Found {
  readonly files: readonly SnapshotFile[];
  readonly leftOut: readonly { readonly path: string; readonly why: string }[];
}

/** Where the script belongs to; `git` is `null` where there is no repository (or no git). */
export interface Origin {
  readonly root: string;
  readonly git: { readonly commit: string | null; readonly ref: string | null; readonly dirty: boolean } | null;
}

/** The real path of the repository that holds a folder, as git sees it, else of the folder itself. */
export async function rootOf(folder: string): Promise<string> {
  return (await repositoryOf(folder)) ?? (await realpath(folder));
}

/** `null` also without git, and where git refuses the repository because it is somebody else's. */
async function repositoryOf(folder: string): Promise<string | null> {
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  return top === null ? null : await realpath(top.replace(/\n$/, ''));
}

/** The repository that holds a folder, else the folder itself. */
export async function originOf(folder: string): Promise<Origin> {
  const root = await repositoryOf(folder);
  if (root === null) return { root: await realpath(folder), git: null };
  const [commit, branch, tag, changes] = await Promise.all([
    git(root, ['rev-parse', '--verify', '-q', 'HEAD']),
    git(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
    git(root, ['describe', '--tags', '--exact-match', 'HEAD']),
    git(root, ['status', '--porcelain']),
  ]);
  const ref = (branch ?? tag)?.trim() ?? null;
  return { root, git: { commit: commit?.trim() ?? null, ref, dirty: changes !== '' } };
}

/** The repository around a folder (else the folder), and the files that exist in it and belong to it. */
export async function filesUnder(folder: string): Promise<{ root: string; files: readonly string[] }> {
  const origin = await originOf(folder);
  const { files } = await resolveFiles(origin.root, await pathsUnder(origin));
  return { root: origin.root, files: files.map(({ path }) => path) };
}

/** Paths that belong to the snapshot, relative to the root: what git would push, else everything that is no tool's own. */
export async function pathsUnder(origin: Origin): Promise<readonly string[]> {
  return origin.git === null ? await walk(origin.root, '') : await listed(origin.root, '');
}

/** Resolves paths to files: folders are walked, links inside followed, links out and special files left out. */
export async function resolveFiles(root: string, paths: readonly string[]): Promise<Found> {
  const files = new Map<string, SnapshotFile>();
  const leftOut: { path: string; why: string }[] = [];
  const leave = (path: string, why: string): void => void leftOut.push({ path, why });

  const add = async (path: string, trail: readonly string[]): Promise<void> => {
    const whole = join(root, path);
    const real = await realOf(whole);
    if (real === null) {
      // Deleted but still tracked is not worth a word; a link to nowhere is.
      if (await isLink(whole)) leave(path, 'a link to nothing');
    } else if (!isInside(real, root)) {
      leave(path, `it leads out of ${root}, to ${real}`);
    } else if ((await isLink(whole)) && [dirname(whole), ...trail].some((passed) => isInside(passed, real))) {
      leave(path, 'a link in a circle');
    } else {
      await addReal(path, real, trail);
    }
  };
  const addReal = async (path: string, real: string, trail: readonly string[]): Promise<void> => {
    const found = await stat(real);
    if (found.isFile()) {
      files.set(path, { path, real, bytes: found.size, executable: (found.mode & 0o100) !== 0 });
    } else if (found.isDirectory()) {
      for (const inner of await walk(root, path)) await add(inner, [...trail, real]);
    } else {
      leave(path, 'neither a file nor a folder');
    }
  };

  for (const path of paths) await add(posix.normalize(path), []);
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), leftOut };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

async function realOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}

async function isLink(path: string): Promise<boolean> {
  return await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Tracked, and untracked but not ignored; submodules and nested repositories by their own rules. */
async function listed(root: string, prefix: string): Promise<readonly string[]> {
  const out = (await git(join(root, prefix), ['ls-files', '-z', '-co', '--exclude-standard'])) ?? '';
  const paths = [...new Set(out.split('\0').filter((path) => path !== ''))];
  const nested = await Promise.all(
    paths.map(async (path) => {
      const whole = posix.join(prefix, path.replace(/\/$/, ''));
      const isRepository = await lstat(join(root, whole, '.git')).then(
        () => true,
        () => false,
      );
      return isRepository ? await listed(root, whole) : [whole];
    }),
  );
  return nested.flat();
}

/** Folders that tools make and nobody trains from. */
const toolFolders = ['.git', '.hg', '.venv', 'venv', 'node_modules', '__pycache__', '.ipynb_checkpoints', '.tox'];

/** A snapshot is for a script and its modules; far beyond this it is somebody's whole home folder. */
export const mostFiles = 20_000;

async function walk(root: string, from: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [from];
  for (let folder = folders.pop(); folder !== undefined && found.length <= mostFiles; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    if (folder !== from && entries.some(({ name }) => name === 'pyvenv.cfg')) continue;
    for (const entry of entries) {
      const path = relative(root, join(root, folder, entry.name)).replaceAll(sep, '/');
      if (!entry.isDirectory()) found.push(path);
      else if (!toolFolders.includes(entry.name)) folders.push(path);
    }
  }
  return found;
}
