import { readFile } from 'node:fs/promises';
import { type Decoder, decodeJson, fields, list, nullable, optional, text, truth } from '../decode.ts';
import { UserError } from '../errors.ts';
import type { Reading } from '../settings/given.ts';

/** Why the workflow runs, as far as it concerns us. */
export interface WorkflowEvent {
  readonly name: string;
  /** Commits to compare the checked-out one with, best first; `everything` for none (`settings.since`). */
  readonly since: readonly string[];
  /** Whether the code that is checked out comes from somebody who may not write to this repository. */
  readonly foreign: boolean;
  /** Of a pull request: the commit and branch that it proposes. The commit checked out is a trial merge. */
  readonly head: { readonly commit: string; readonly branch: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the event of the run from the files and variables of GitHub's runner; `null` outside of one. */
export async function readEvent(env: Environment): Promise<WorkflowEvent | null> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '', GITHUB_REPOSITORY: repository = '' } = env;
  if (name === '' || path === '') return null;
  const decoded = decodeJson(payloadDecoder, await readFile(path, 'utf8').catch(() => '{}'));
  if (!decoded.ok) {
    throw new UserError('machine', 'event', `The event of this run cannot be read: ${decoded.problem}.`, {
      place: { file: path },
    });
  }
  return eventOf(name, decoded.value, repository);
}

/** What the event says about `--since`, as one more origin of settings. */
export function eventReading({ name, since }: WorkflowEvent, base: string): Reading {
  return { given: [{ name: 'since', texts: since, origin: 'action', where: `the event ${name}`, base }], problems: [] };
}

/**
 * Code of a fork may do what it likes on the machine that trains it, and a self-hosted machine is still there
 * the day after: https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions
 */
export function refuseForeign({ foreign, name }: WorkflowEvent): void {
  if (!foreign) return;
  throw new UserError(
    'refused',
    'fork',
    `This run (${name}) would train code of a fork: whoever wrote it could do anything on this machine.`,
    { help: 'Review the change and push it to a branch of this repository; that run trains it.' },
  );
}

const repo = optional({ full_name: text() });
const payload = {
  ref: text(1000),
  before: text(100),
  deleted: truth,
  created: truth,
  commits: list(fields({ id: text(100) }), 10_000),
  pull_request: fields({
    base: fields({ sha: text(100) }),
    head: fields({ sha: text(100), ref: text(500), repo: nullable(repo) }),
  }),
};
const payloadDecoder = optional(payload);
type Payload = typeof payloadDecoder extends Decoder<infer P> ? P : never;

function eventOf(name: string, event: Payload, repository: string): WorkflowEvent {
  const { pull_request: pull } = event;
  const origin = pull?.head.repo?.full_name ?? null;
  const foreign = pull !== undefined && origin?.toLowerCase() !== repository.toLowerCase();
  if (pull !== undefined) {
    const head = { commit: pull.head.sha, branch: pull.head.ref };
    return { name, since: [pull.base.sha, 'everything'], foreign, head };
  }
  return { name, since: name === 'push' ? sincePush(event) : ['everything'], foreign, head: null };
}

/** Where our own pull requests come from (`report/pull-request-text.ts`). */
const ownBranches = 'refs/heads/retune/';

/**
 * A push tells what its branch was before: after a force push that commit is in no branch any more, but GitHub
 * still gives it away for a while. A new branch was nothing before: what is new then are its own commits. A push to a
 * branch of ours has nothing new for us, whatever the triggers of the workflow have become.
 */
function sincePush({ ref = '', before = '', deleted = false, commits }: Payload): string[] {
  if (deleted || ref.startsWith(ownBranches)) return ['HEAD'];
  const isNew = /^0*$/.test(before);
  const [first] = commits ?? [];
  if (isNew && commits?.length === 0) return ['HEAD'];
  return [...(isNew ? [] : [before]), ...(first === undefined ? [] : [`${first.id}^`]), 'everything'];
}
