import { UserError } from '../errors.ts';

/** What GitHub's API answered that a person can do something about: one sentence, and the setting that helps. */
interface Known {
  readonly status: number;
  readonly says: RegExp;
  readonly code: string;
  readonly help: string;
}

const permissions =
  'Give the job what it needs, in the workflow: permissions: contents: write, pull-requests: write, checks: write.';

/** The first that fits counts. The texts are GitHub's own. */
const known: readonly Known[] = [
  {
    status: 403,
    says: /not permitted to create or approve pull requests/i,
    code: 'pull-requests-forbidden',
    help:
      'Switch on "Allow GitHub Actions to create and approve pull requests": Settings → Actions → General → ' +
      'Workflow permissions (an organisation may have to allow it first).',
  },
  { status: 403, says: /resource not accessible/i, code: 'permission', help: permissions },
  {
    status: 403,
    says: /rate limit|abuse/i,
    code: 'rate-limit',
    help: 'Run the job again in an hour; nothing is lost.',
  },
  {
    status: 403,
    says: /./,
    code: 'permission',
    help: permissions,
  },
  { status: 401, says: /./, code: 'token', help: 'The token is not valid (any more): look at the input token.' },
  {
    status: 404,
    says: /./,
    code: 'permission',
    help: `Not found, or not to be seen with this token. ${permissions}`,
  },
  {
    status: 422,
    says: /protected|rule violations|cannot (create|update) ref/i,
    code: 'protected',
    help: 'A rule of the repository protects branches named retune/…: allow GitHub Actions to write them.',
  },
  { status: 429, says: /./, code: 'rate-limit', help: 'Run the job again in an hour; nothing is lost.' },
  { status: 500, says: /./, code: 'github-down', help: 'GitHub has a difficulty: run the job again; nothing is lost.' },
];

/** Does something with the API; what fails is told as what was tried, what GitHub said, what helps. */
export async function asking<T>(toDo: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const status = statusOf(error);
    if (status === null || !(error instanceof Error)) throw error;
    const { message } = error;
    const found = known.find((one) => one.status === Math.min(status, 500) && one.says.test(message));
    throw new UserError('machine', found?.code ?? 'github', `GitHub did not let us ${toDo}: ${status} ${message}`, {
      help: found?.help,
      cause: error,
    });
  }
}

/** The HTTP status of an error of the API's client; `null` for any other error, 0 where no answer came. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** The answer, or `null` where GitHub says that there is no such thing. */
export async function ifThere<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
