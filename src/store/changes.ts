import { git } from '../machine/git.ts';

/** How a checked-out commit differs from an earlier one. */
export interface Changes {
  /** What the commit is compared with; `null` where nothing could be had: then everything counts as changed. */
  readonly since: string | null;
  /** Added or changed, relative to the root of the repository, with forward slashes. Deleted files are not in it. */
  readonly paths: readonly string[];
  /** Commits that were asked for and could not be had. */
  readonly missing: readonly string[];
}

export const everything = 'everything';

/**
 * Compares `HEAD` with the first of the commits that git has or can fetch. Trees are compared, so that neither
 * a force push nor a shallow clone without the history in between is a difficulty.
 */
export async function changesSince(root: string, commits: readonly string[], token: string | null): Promise<Changes> {
  const missing: string[] = [];
  for (const commit of commits) {
    if (commit === everything) break;
    const since = (await resolved(root, commit)) ?? (await fetched(root, commit, token));
    const names = ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', '--ignore-submodules'];
    const out = since === null ? null : await git(root, [...names, since, 'HEAD', '--']);
    if (out !== null) return { since, paths: out.split('\0').filter((path) => path !== ''), missing };
    missing.push(commit);
  }
  return { since: null, paths: [], missing };
}

async function resolved(root: string, commit: string): Promise<string | null> {
  // A dash at the beginning would be an option of git.
  if (commit.startsWith('-')) return null;
  const found = await git(root, ['rev-parse', '--verify', '-q', '--end-of-options', `${commit}^{commit}`]);
  return found === null ? null : found.trim();
}

/** Fetches a commit (two, where its parent is meant) without the history between. */
async function fetched(root: string, commit: string, token: string | null): Promise<string | null> {
  const shallow = (await git(root, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
  const [, name = '', parent = ''] = /^(\w[\w./-]*)(\^?)$/.exec(commit) ?? [];
  const wanted = name === 'HEAD' ? ((await resolved(root, 'HEAD')) ?? '') : name;
  if (wanted === '' || (!shallow && (await resolved(root, name)) !== null)) return null;
  // In a whole clone a depth would cut off history that is there.
  const depth = shallow ? [`--depth=${parent === '' ? 1 : 2}`] : [];
  const fetch = ['fetch', '-q', '--no-tags', '--no-recurse-submodules', ...depth, 'origin', wanted];
  if ((await git(root, fetch, credentials(token))) === null) return null;
  return (await resolved(root, commit)) ?? (parent === '' ? await resolved(root, 'FETCH_HEAD') : null);
}

/**
 * The token for one command, in its environment: the recommended checkout does not leave it in the repository's
 * configuration. The empty value first clears a header that another checkout left, as GitHub refuses two.
 */
function credentials(token: string | null): Record<string, string> {
  if (token === null) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}
