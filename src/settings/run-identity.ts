/** The run of a GitHub workflow that a command is part of. */
export interface RunIdentity {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: number;
  readonly attempt: number;
  /** `refs/heads/main`. */
  readonly ref: string;
  /** Where GitHub's API is. */
  readonly api: string;
}

/** The run that the runner's environment tells of; `null` outside of workflows. */
export function runIdentity(env: Readonly<Record<string, string | undefined>>): RunIdentity | null {
  const { GITHUB_ACTIONS, GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = env;
  const api = env.GITHUB_API_URL ?? 'https://api.github.com';
  const [run, attempt] = [Number(env.GITHUB_RUN_ID), Number(env.GITHUB_RUN_ATTEMPT ?? 1)];
  if (GITHUB_ACTIONS !== 'true' || repository === undefined || ref === undefined) return null;
  return run >= 1 && attempt >= 1 ? { repository, run, attempt, ref, api } : null;
}
