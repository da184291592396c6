import type { WorkflowEvent } from './event.ts';

/** The run of a workflow that we are part of, and the commit that it is about. */
export interface WorkflowRun {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The pushed commit; of a pull request its head, not GitHub's trial merge. */
  readonly commit: string;
  /** The branch that was pushed; `null` for a tag. */
  readonly branch: string | null;
  /** The page of the run. */
  readonly url: string;
}

/** Reads the variables of GitHub's runner; `null` outside of one. */
export function workflowRun(
  env: Readonly<Record<string, string | undefined>>,
  event: WorkflowEvent | null,
): WorkflowRun | null {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const commit = event?.head?.commit ?? env.GITHUB_SHA ?? '';
  if (owner === '' || repo === '' || commit === '') return null;
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const ref = env.GITHUB_REF ?? '';
  const pushed = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return {
    owner,
    repo,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    serverUrl,
    commit,
    branch: event?.head?.branch ?? pushed,
    url: `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
  };
}
