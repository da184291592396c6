import type { GitHub } from '../github/client.ts';
import { badJobs, branchExists, lastRuns, runAgain, type LastRun } from '../github/runs.ts';
import { judgeRun, type RunEvidence } from '../monitor/run-verdict.ts';
import type { MonitorLine } from '../report/monitor-text.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The runs of the workflow on GitHub, seen from one of its jobs: what died there is run again on its own ref,
 * since only such a run sees what the dead one kept in the cache. `here`: runs that have a living process on
 * this machine.
 */
export async function monitorRuns(
  github: GitHub,
  { workflow, restarts }: Settings,
  here: ReadonlySet<number>,
): Promise<readonly MonitorLine[]> {
  const runs = (await lastRuns(github, workflow)).filter(({ branch }) => !branch.startsWith('retune/'));
  const lines: MonitorLine[] = [];
  for (const run of runs) {
    const { cause, action, why } = judgeRun(await evidenceOf(run, github, here), restarts);
    const line = { study: `run ${run.id} on ${run.branch}`, script: null, cause };
    switch (action) {
      case 'leave':
      case 'restart':
        lines.push({ ...line, done: 'left-alone', why });
        break;
      case 'wait':
        lines.push({ ...line, done: 'waiting', why });
        break;
      case 'give-up':
        lines.push({ ...line, done: 'needs-you', why: `${why}: ${run.url}` });
        break;
      case 'rerun': {
        const how = { again: 'its failed jobs run again', anew: 'a new run of the branch goes on' };
        lines.push({ ...line, done: 'started-again', why: `${why}; ${how[await runAgain(github, run, workflow)]}` });
      }
    }
  }
  return lines;
}

/** Asks for jobs and branch only where a run ended badly: the hourly budget of the token is small. */
async function evidenceOf(run: LastRun, github: GitHub, here: ReadonlySet<number>): Promise<RunEvidence> {
  const { id, branch, status, conclusion, attempt, updatedAt } = run;
  const bad = status === 'completed' && conclusion !== 'success';
  return {
    status,
    conclusion,
    attempt,
    sinceUpdate: (Date.now() - updatedAt) / 1000,
    branchThere: bad ? await branchExists(github, branch) : true,
    livesHere: here.has(id),
    jobs: bad ? await badJobs(github, run) : [],
  };
}
