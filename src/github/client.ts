import { setTimeout as pause } from 'node:timers/promises';
import { statusOf } from './problem.ts';
import type { WorkflowRun } from './workflow-run.ts';

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** GitHub's REST API for one repository; the toolkit is loaded where it is used, not by the command line. */
export interface GitHub {
  readonly rest: Octokit['rest'];
  readonly at: { readonly owner: string; readonly repo: string };
}

/** Seconds before each further try: a search of hours must not end at a hiccup of GitHub's. */
const pauses: readonly number[] = [1, 4, 15];

export async function connect(
  { owner, repo, apiUrl }: Pick<WorkflowRun, 'owner' | 'repo' | 'apiUrl'>,
  token: string,
): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { timeout: 60_000 } });
  octokit.hook.wrap('request', async (request, options) => {
    for (const seconds of mayRepeat(options) ? pauses : []) {
      try {
        return await request(options);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await pause(1000 * seconds);
      }
    }
    return await request(options);
  });
  return { rest: octokit.rest, at: { owner, repo } };
}

/** Git's objects and refs, and whatever is only read or set, may be asked for twice; a pull request would be there twice. */
function mayRepeat({ method, url }: { readonly method: string; readonly url: string }): boolean {
  return method !== 'POST' || url.includes('/git/');
}

/** No answer, or one that says that the trouble is not ours. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status !== null && (status >= 500 || status === 429 || status === 0);
}
