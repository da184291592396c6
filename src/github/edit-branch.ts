import { UserError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { createEditCommit } from './edit-commit.ts';
import type { EditCommit } from './edit-commit.ts';
import { asking, ifThere } from './problem.ts';

/** A commit of ours carries this line: what we made we may replace. */
const trailer = 'Retune-Study';

export interface EditBranch extends EditCommit {
  readonly branch: string;
  readonly study: string;
}

/**
 * Lets a branch hold exactly one commit of ours on top of the pushed one. Done again it changes nothing; a branch
 * on which a person went on is left to that person.
 */
export async function writeEditBranch(github: GitHub, wanted: EditBranch): Promise<void> {
  const { rest, at } = github;
  const { branch, study } = wanted;
  const message = `${wanted.message}\n\n${trailer}: ${study}\n`;
  const head = await asking(`read branch ${branch}`, () => headOf(github, branch));
  if (head !== null && !isOurs(head, study)) throw notOurs(branch);
  const commit = await createEditCommit(github, { ...wanted, message });
  if (head === null) {
    await asking(`create branch ${branch}`, () =>
      rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit }),
    );
    return;
  }
  const { data: made } = await asking('read a commit', () => rest.git.getCommit({ ...at, commit_sha: commit }));
  const same = head.tree === made.tree.sha && head.parents.join() === wanted.parent && head.message === made.message;
  if (same) return;
  await asking(`update branch ${branch}`, () =>
    rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha: commit, force: true }),
  );
}

interface Head {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

async function headOf({ rest, at }: GitHub, branch: string): Promise<Head | null> {
  const ref = await ifThere(rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  if (ref === null) return null;
  const { data } = await rest.git.getCommit({ ...at, commit_sha: ref.data.object.sha });
  return { tree: data.tree.sha, parents: data.parents.map(({ sha }) => sha), message: data.message };
}

function isOurs({ message }: Head, study: string): boolean {
  return message.trimEnd().endsWith(`\n${trailer}: ${study}`);
}

function notOurs(branch: string): UserError {
  return new UserError(
    'refused',
    'branch-taken',
    `Branch ${branch} holds a commit that is not Retune's; it is left as it is.`,
    {
      help: 'Merge or delete the branch, then run the job again.',
    },
  );
}
