import type { GitHub } from './client.ts';
import { writeEditBranch } from './edit-branch.ts';
import type { EditBranch } from './edit-branch.ts';
import { asking } from './problem.ts';

/** A change to propose: exactly these edits, on top of the pushed commit. */
export interface Proposal extends EditBranch {
  /** The branch to merge into. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** `merged` and `declined`: a person has decided; nothing was opened again. */
  readonly state: 'opened' | 'updated' | 'merged' | 'declined';
}

/** Opens the pull request of a study, or brings the one that is there up to date. */
export async function propose(github: GitHub, proposal: Proposal): Promise<PullRequest> {
  const { rest, at } = github;
  const { base, branch, title, body } = proposal;
  const known = await asking('look for an open pull request', async () => {
    const { data } = await rest.pulls.list({ ...at, head: `${at.owner}:${branch}`, base, state: 'all', per_page: 100 });
    return data.find(({ state }) => state === 'open') ?? data[0];
  });
  if (known !== undefined && known.state !== 'open') {
    const state = known.merged_at === null ? 'declined' : 'merged';
    return { number: known.number, url: known.html_url, state };
  }
  await writeEditBranch(github, proposal);
  if (known === undefined) {
    const { data } = await asking('open a pull request', () =>
      rest.pulls.create({ ...at, base, head: branch, title, body, maintainer_can_modify: true }),
    );
    return { number: data.number, url: data.html_url, state: 'opened' };
  }
  const { data } = await asking('update the pull request', () =>
    rest.pulls.update({ ...at, pull_number: known.number, title, body }),
  );
  return { number: data.number, url: data.html_url, state: 'updated' };
}
