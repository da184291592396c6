import type { Finding } from './verdict.ts';

/** What GitHub tells about the newest run of a workflow on a branch. Times are seconds. */
export interface RunEvidence {
  readonly status: string;
  readonly conclusion: string | null;
  /** From 1. */
  readonly attempt: number;
  readonly sinceUpdate: number;
  readonly branchThere: boolean;
  /** A study of this run has a living process on this machine: then the job is not dead, whatever GitHub believes. */
  readonly livesHere: boolean;
  /** Jobs that did not succeed, with what GitHub wrote beside them. */
  readonly jobs: readonly {
    readonly name: string;
    readonly conclusion: string | null;
    readonly notes: readonly string[];
  }[];
}

interface Row {
  readonly cause: string;
  readonly when: (evidence: RunEvidence, most: number) => boolean;
  readonly action: Finding['action'];
  readonly why: (evidence: RunEvidence) => string;
}

/** GitHub's own words, in the annotations of a job, for an end that the job did not bring about itself. */
const deaths = [
  { cause: 'runner-lost', says: /lost communication with the server/i, why: 'lost its runner' },
  {
    cause: 'runner-stopped',
    says: /runner has received a shutdown signal/i,
    why: 'ended with its runner, which was shut down',
  },
  { cause: 'time-limit', says: /exceeded the maximum execution time/i, why: 'ran into the time limit of jobs' },
] as const;
const byPerson = /run was cancell?ed by @|higher priority waiting request/i;

const rows: readonly Row[] = [
  {
    cause: 'running',
    when: ({ status }) => status !== 'completed',
    action: 'leave',
    why: ({ status }) => `it is ${status.replaceAll('_', ' ')}`,
  },
  {
    cause: 'succeeded',
    when: ({ conclusion }) => conclusion === 'success',
    action: 'leave',
    why: () => 'it has succeeded',
  },
  {
    cause: 'cancelled',
    when: ({ jobs }) => jobs.some(({ notes }) => notes.some((note) => byPerson.test(note))),
    action: 'leave',
    why: () => 'somebody cancelled it',
  },
  {
    cause: 'failed',
    when: (evidence) => deathOf(evidence) === null,
    action: 'leave',
    why: ({ conclusion, jobs }) => `${jobs[0]?.name ?? 'it'} ended by itself: ${conclusion ?? 'unknown'}`,
  },
  { cause: 'branch-gone', when: ({ branchThere }) => !branchThere, action: 'leave', why: () => 'its branch is gone' },
  {
    cause: 'lives',
    when: ({ livesHere }) => livesHere,
    action: 'wait',
    why: () => 'GitHub lost it, but its process lives on this machine',
  },
  {
    cause: 'hopeless',
    when: ({ attempt }, most) => attempt > most,
    action: 'give-up',
    why: (evidence) => `${toldDeath(evidence)}, after ${evidence.attempt - 1} restarts`,
  },
  {
    cause: 'just-restarted',
    when: ({ attempt, sinceUpdate }) => sinceUpdate < pause(attempt),
    action: 'wait',
    why: (evidence) => `${toldDeath(evidence)}; it is run again ${pause(evidence.attempt)} s after its end`,
  },
];

/** What is wrong with a run, if anything; not more than `most` restarts. */
export function judgeRun(evidence: RunEvidence, most: number): Finding {
  const row = rows.find(({ when }) => when(evidence, most));
  if (row !== undefined) return { cause: row.cause, action: row.action, why: row.why(evidence) };
  return { cause: deathOf(evidence)?.cause ?? 'died', action: 'rerun', why: toldDeath(evidence) };
}

/** The first restart comes at once, then after 1, 2, 4 … minutes, an hour at most. */
function pause(attempt: number): number {
  return attempt <= 1 ? 0 : Math.min(3600, 60 * 2 ** (attempt - 2));
}

function deathOf({ jobs }: RunEvidence): { readonly cause: string; readonly told: string } | null {
  for (const { name, notes } of jobs) {
    const death = deaths.find(({ says }) => notes.some((note) => says.test(note)));
    if (death !== undefined) return { cause: death.cause, told: `${name} ${death.why}` };
  }
  return null;
}

function toldDeath(evidence: RunEvidence): string {
  return deathOf(evidence)?.told ?? 'it died';
}
