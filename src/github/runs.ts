import { UserError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { asking, ifThere, statusOf } from './problem.ts';

/** The newest run of a workflow on one branch. */
export interface LastRun {
  readonly id: number;
  readonly branch: string;
  readonly url: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** A job that did not succeed. */
export interface BadJob {
  readonly name: string;
  readonly conclusion: string | null;
  /** What GitHub and the job wrote beside it. */
  readonly notes: readonly string[];
}

/** The newest run of each branch among the last hundred; what came before it on the branch is history. */
export async function lastRuns({ rest, at }: GitHub, workflow: string): Promise<readonly LastRun[]> {
  const { data } = await asking(`list the runs of ${workflow}`, () =>
    rest.actions.listWorkflowRuns({ ...at, workflow_id: workflow, per_page: 100 }),
  );
  const newest = new Map<string, LastRun>();
  for (const run of data.workflow_runs) {
    const { id, head_branch: branch, html_url: url, status, conclusion, run_attempt: attempt = 1, updated_at } = run;
    if (branch === null || newest.has(branch)) continue;
    const updatedAt = Date.parse(updated_at);
    newest.set(branch, { id, branch, url, status: status ?? 'unknown', conclusion, attempt, updatedAt });
  }
  return [...newest.values()];
}

/** The jobs of a run that did not succeed, with their annotations: only these tell a lost runner from a failed step. */
export async function badJobs({ rest, at }: GitHub, { id }: LastRun): Promise<readonly BadJob[]> {
  const { data } = await asking('see the jobs of a run', () =>
    rest.actions.listJobsForWorkflowRun({ ...at, run_id: id, filter: 'latest', per_page: 100 }),
  );
  const bad = data.jobs.filter(({ conclusion }) => conclusion !== 'success' && conclusion !== 'skipped');
  return await Promise.all(
    bad.map(async (job) => {
      // A job is a check run, of the same number.
      const { data: notes } = await asking('see why a job ended', () =>
        rest.checks.listAnnotations({ ...at, check_run_id: job.id, per_page: 50 }),
      );
      return { name: job.name, conclusion: job.conclusion, notes: notes.map(({ message }) => message ?? '') };
    }),
  );
}

export async function branchExists({ rest, at }: GitHub, branch: string): Promise<boolean> {
  return (await asking('see a branch', () => ifThere(rest.git.getRef({ ...at, ref: `heads/${branch}` })))) !== null;
}

/**
 * Runs what failed again, on the run's own ref, whose cache it then finds; where GitHub refuses that (after 30
 * days, or 50 times) a new run of the branch is started.
 */
export async function runAgain({ rest, at }: GitHub, run: LastRun, workflow: string): Promise<'again' | 'anew'> {
  try {
    await asking('run a run again', () => rest.actions.reRunWorkflowFailedJobs({ ...at, run_id: run.id }));
    return 'again';
  } catch (error) {
    if (!(error instanceof UserError) || statusOf(error.cause) !== 403) throw error;
    await asking('start the workflow', () =>
      rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: run.branch }),
    );
    return 'anew';
  }
}
