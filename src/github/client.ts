import type { WorkflowRun } from './workflow-run.ts';

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** GitHub's REST API for one repository; the toolkit is loaded where it is used, not by the command line. */
export interface GitHub {
  readonly rest: Octokit['rest'];
  readonly at: { readonly owner: string; readonly repo: string };
}

export async function connect({ owner, repo, apiUrl }: WorkflowRun, token: string): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const { rest } = getOctokit(token, { baseUrl: apiUrl, request: { timeout: 60_000 } });
  return { rest, at: { owner, repo } };
}
