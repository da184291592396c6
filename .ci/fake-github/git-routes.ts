import type { GitObjects } from './git-objects.ts';
import { found, Refusal, stringOf } from './state.ts';
import type { Handler } from './state.ts';

/** The Git data API over a real repository. */
export const gitRoutes: Readonly<Record<string, Handler>> = {
  'git/get-commit': ({ state, parameters }) => ({
    status: 200,
    body: commitOf(state.objects, parameters.commit_sha ?? ''),
  }),
  'git/create-commit': ({ state, body }) => {
    const parents = (body.parents ?? []) as readonly string[];
    const tree = need(state.objects, stringOf(body.tree), 'tree', 'Tree SHA does not exist');
    for (const parent of parents)
      need(state.objects, parent, 'commit', 'Parent SHA does not exist or is not a commit object');
    const flags = parents.flatMap((parent) => ['-p', parent]);
    const sha = state.objects.git(['commit-tree', tree, ...flags, '-F', '-'], stringOf(body.message));
    return { status: 201, body: commitOf(state.objects, sha) };
  },
  'git/get-tree': ({ state, parameters }) => {
    const listed = found(state.objects.ask(['ls-tree', '-z', `${parameters.tree_sha ?? ''}^{tree}`]));
    const tree = listed.split('\0').filter(Boolean).map(entryOf);
    return { status: 200, body: { sha: parameters.tree_sha, tree, truncated: false } };
  },
  'git/create-tree': ({ state, body }) => {
    const { objects } = state;
    const base =
      body.base_tree === undefined
        ? null
        : need(objects, stringOf(body.base_tree), 'tree', 'base_tree is not a valid tree oid');
    const sha = treeWith(objects, base, body.tree as readonly TreeEntry[]);
    return { status: 201, body: { sha, tree: [], truncated: false } };
  },
  'git/get-blob': ({ state, parameters }) => {
    const sha = need(state.objects, parameters.file_sha ?? '', 'blob', 'Not Found');
    const content = state.objects.read(['cat-file', 'blob', sha]).toString('base64');
    return { status: 200, body: { sha, content, encoding: 'base64' } };
  },
  'git/create-blob': ({ state, body }) => {
    const content = Buffer.from(stringOf(body.content), body.encoding === 'base64' ? 'base64' : 'utf8');
    return { status: 201, body: { sha: state.objects.git(['hash-object', '-w', '--stdin'], content) } };
  },
  'git/get-ref': ({ state, parameters }) => ({
    status: 200,
    body: refOf(state.objects, `refs/${parameters.ref ?? ''}`),
  }),
  'git/create-ref': ({ state, body }) => {
    const ref = stringOf(body.ref);
    if (!/^refs\/[^/]+\/./.test(ref))
      throw new Refusal(422, 'Reference name must start with refs/ and have two slashes');
    if (state.objects.ask(['rev-parse', '--verify', '-q', ref]) !== null)
      throw new Refusal(422, 'Reference already exists');
    need(state.objects, stringOf(body.sha), 'commit', 'Object does not exist');
    state.objects.git(['update-ref', ref, stringOf(body.sha), '']);
    return { status: 201, body: refOf(state.objects, ref) };
  },
  'git/update-ref': ({ state, parameters, body }) => {
    const ref = `refs/${parameters.ref ?? ''}`;
    const before = state.objects.ask(['rev-parse', '--verify', '-q', ref]);
    if (before === null) throw new Refusal(422, 'Reference does not exist');
    const sha = need(state.objects, stringOf(body.sha), 'commit', 'Object does not exist');
    const forward = state.objects.ask(['merge-base', '--is-ancestor', before, sha]) !== null;
    if (!forward && body.force !== true) throw new Refusal(422, 'Update is not a fast forward');
    state.objects.git(['update-ref', ref, sha]);
    return { status: 200, body: refOf(state.objects, ref) };
  },
  'git/delete-ref': ({ state, parameters }) => {
    const ref = `refs/${parameters.ref ?? ''}`;
    if (state.objects.ask(['rev-parse', '--verify', '-q', ref]) === null)
      throw new Refusal(422, 'Reference does not exist');
    state.objects.git(['update-ref', '-d', ref]);
    return { status: 204 };
  },
};

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string | null;
}

function entryOf(line: string): TreeEntry {
  const [, mode = '', type = '', sha = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]*)$/.exec(line) ?? [];
  return { path, mode, type, sha };
}

/** A tree like another one but for some entries; folder by folder, as git's own trees are. */
function treeWith(objects: GitObjects, base: string | null, changes: readonly TreeEntry[]): string {
  const entries = new Map<string, TreeEntry>();
  const listed = base === null ? '' : objects.git(['ls-tree', '-z', base]);
  for (const entry of listed.split('\0').filter(Boolean).map(entryOf)) entries.set(entry.path, entry);
  const below = new Map<string, TreeEntry[]>();
  for (const change of changes) {
    const [first = '', ...rest] = change.path.split('/');
    if (rest.length > 0) below.set(first, [...(below.get(first) ?? []), { ...change, path: rest.join('/') }]);
    else if (change.sha === null) entries.delete(first);
    else
      entries.set(first, {
        ...change,
        path: first,
        sha: need(objects, change.sha, change.type, 'tree.sha is not a valid object'),
      });
  }
  for (const [folder, inner] of below) {
    const known = entries.get(folder);
    const sha = treeWith(objects, known?.type === 'tree' ? known.sha : null, inner);
    entries.set(folder, { path: folder, mode: '040000', type: 'tree', sha });
  }
  const lines = [...entries.values()].map(({ mode, type, sha, path }) => `${mode} ${type} ${sha ?? ''}\t${path}\0`);
  return objects.git(['mktree', '-z'], lines.join(''));
}

function commitOf({ ask }: GitObjects, sha: string): object {
  const text = found(ask(['cat-file', 'commit', sha]));
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  const all = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha,
    message: text.slice(end + 2),
    tree: { sha: all('tree')[0] },
    parents: all('parent').map((parent) => ({ sha: parent })),
  };
}

function refOf({ ask }: GitObjects, ref: string): object {
  const sha = found(ask(['rev-parse', '--verify', '-q', ref]));
  return { ref, object: { type: 'commit', sha } };
}

function need({ ask }: GitObjects, sha: string, type: string, message: string): string {
  if (!/^[0-9a-f]{40}$/.test(sha) || ask(['cat-file', '-t', sha]) !== type) throw new Refusal(422, message);
  return sha;
}
