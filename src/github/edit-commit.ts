import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { FileEdit } from '../report/outcome.ts';
import type { GitHub } from './client.ts';
import { asking } from './problem.ts';

/** A commit on top of another one that changes these files and nothing else. */
export interface EditCommit {
  /** The commit to stand on. */
  readonly parent: string;
  readonly edits: readonly FileEdit[];
  readonly message: string;
}

/**
 * Makes the commit through the API, without a clone. A file that is not, in the parent, what the edit was made
 * for is refused: the diff would show more than the edits.
 */
export async function createEditCommit(github: GitHub, { parent, edits, message }: EditCommit): Promise<string> {
  const { rest, at } = github;
  const root = await asking('read the pushed commit', async () => {
    const { data } = await rest.git.getCommit({ ...at, commit_sha: parent });
    return data.tree.sha;
  });
  const entries: TreeEntry[] = [];
  for (const edit of edits) {
    const { mode, sha } = await entryAt(github, root, edit.path);
    if (sha !== blobHash(edit.before)) throw differs(edit.path, parent);
    entries.push({ path: edit.path, mode, type: 'blob', sha: await createBlob(github, edit.after) });
  }
  return await asking('create a commit', async () => {
    const { data: tree } = await rest.git.createTree({ ...at, base_tree: root, tree: entries });
    const { data: commit } = await rest.git.createCommit({ ...at, message, tree: tree.sha, parents: [parent] });
    return commit.sha;
  });
}

async function createBlob({ rest, at }: GitHub, text: string): Promise<string> {
  const content = Buffer.from(text, 'utf8').toString('base64');
  return await asking('store a file', async () => {
    const { data } = await rest.git.createBlob({ ...at, content, encoding: 'base64' });
    return data.sha;
  });
}

interface TreeEntry {
  readonly path: string;
  readonly mode: FileMode;
  readonly type: 'blob';
  readonly sha: string;
}

type FileMode = '100644' | '100755';

/** Goes down folder by folder: the recursive listing of a large repository is cut off. */
async function entryAt({ rest, at }: GitHub, root: string, path: string): Promise<{ mode: FileMode; sha: string }> {
  const parts = path.split('/');
  let tree = root;
  for (const [depth, name] of parts.entries()) {
    const { data } = await asking('read the files of the pushed commit', () =>
      rest.git.getTree({ ...at, tree_sha: tree }),
    );
    const entry = data.tree.find((one) => one.path === name);
    const last = depth === parts.length - 1;
    if (last && entry?.type === 'blob' && (entry.mode === '100644' || entry.mode === '100755')) {
      return { mode: entry.mode, sha: entry.sha };
    }
    if (last || entry?.type !== 'tree') break;
    tree = entry.sha;
  }
  throw new UserError('refused', 'not-in-commit', `${path} is no plain file of the pushed commit.`, {
    help: 'Commit the script and push it; only what is in the repository can be changed by a pull request.',
    place: { file: path },
  });
}

/** The name that git gives to a file's content. */
function blobHash(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function differs(path: string, commit: string): UserError {
  return new UserError(
    'refused',
    'not-as-pushed',
    `${path} was trained with another content than commit ${commit.slice(0, 12)} has: the pull request would change more than the edits.`,
    { help: 'Let no step between checkout and Retune change the script, line ends included.', place: { file: path } },
  );
}
