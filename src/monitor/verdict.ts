import type { Stop } from '../study/session.ts';

/** What is known about a study when the monitor looks at it. Times are seconds. */
export interface Evidence {
  /** Why its files cannot be read; `null`: they can. */
  readonly problem: string | null;
  /** How its search ended. */
  readonly verdict: string | null;
  /** Whether the last command had reached what it was asked for. */
  readonly atRest: boolean;
  /** The last command that took it up. */
  readonly session: {
    /** `rebooted`: the machine on which it was stopped is this one, and was started again since. */
    readonly stopped: { readonly signal: Stop['signal']; readonly rebooted: boolean } | null;
    readonly inWorkflow: boolean;
  } | null;
  /** First witness: the process that holds it. Second witness, for one that is gone: its last heartbeat. */
  readonly holding:
    | { readonly kind: 'free' | 'held' }
    | { readonly kind: 'elsewhere'; readonly host: string; readonly silent: number }
    | { readonly kind: 'orphaned'; readonly silent: number; readonly rebooted: boolean };
  /** Restarts since a run of it last ended, and when the last of them was. */
  readonly restarts: { readonly fruitless: number; readonly sinceLast: number | null };
}

export interface Patience {
  /** Without a heartbeat for this long. */
  readonly silence: number;
  /** So many restarts that brought nothing. */
  readonly restarts: number;
}

export const patience: Patience = { silence: 30, restarts: 5 };

/**
 * `leave`: nothing to do. `wait`: perhaps next time. `restart`. `rerun`: its workflow has to start it again.
 * `give-up`: somebody has to look.
 */
export type Action = 'leave' | 'wait' | 'restart' | 'rerun' | 'give-up';

export interface Finding {
  readonly cause: string;
  readonly action: Action;
  /** A sentence without its full stop. */
  readonly why: string;
}

interface Row {
  readonly cause: string;
  readonly when: (evidence: Evidence, patience: Patience) => boolean;
  readonly action: Action;
  readonly why: (evidence: Evidence) => string;
}

/** Evidence → cause → action: the first row that fits. Unknown is not dead. */
const rows: readonly Row[] = [
  {
    cause: 'unreadable',
    when: ({ problem }) => problem !== null,
    action: 'give-up',
    why: ({ problem }) => `its files cannot be read: ${problem ?? ''}`,
  },
  {
    cause: 'running',
    when: ({ holding }) => holding.kind === 'held',
    action: 'leave',
    why: () => 'its process lives',
  },
  {
    cause: 'ended',
    when: ({ verdict }) => verdict !== null,
    action: 'leave',
    why: ({ verdict }) => `its search has ended: ${verdict ?? ''}`,
  },
  { cause: 'never-begun', when: ({ session }) => session === null, action: 'leave', why: () => 'it has not begun' },
  { cause: 'at-rest', when: ({ atRest }) => atRest, action: 'leave', why: () => 'its baseline is trained' },
  {
    cause: 'stopped',
    when: ({ session }) => session?.stopped != null && session.inWorkflow,
    action: 'rerun',
    why: ({ session }) =>
      session?.stopped?.signal === 'SIGINT'
        ? 'its job was cancelled or ran out of time; what GitHub says about the run decides'
        : 'the runner of its job was shut down',
  },
  {
    cause: 'stopped',
    when: (evidence) => evidence.session?.stopped != null && !wasShutDown(evidence),
    action: 'leave',
    why: ({ session }) => (session?.stopped?.signal === 'SIGINT' ? 'somebody stopped it' : 'somebody ended it by kill'),
  },
  {
    cause: 'elsewhere',
    when: ({ holding }) => holding.kind === 'elsewhere',
    action: 'leave',
    why: ({ holding }) =>
      holding.kind === 'elsewhere'
        ? `it belongs to ${holding.host}, where it was last heard of ${ago(holding.silent)}; whether it lives is not to be seen from here`
        : '',
  },
  {
    cause: 'failed',
    when: (evidence) => evidence.holding.kind === 'free' && !wasShutDown(evidence),
    action: 'leave',
    why: () => 'its last command ended by itself, with an error',
  },
  {
    cause: 'one-witness',
    when: ({ holding }, { silence }) => holding.kind === 'orphaned' && holding.silent < silence,
    action: 'wait',
    why: ({ holding }) => `its process is gone, but its heartbeat is only ${seconds(silence(holding))} old`,
  },
  {
    cause: 'hopeless',
    when: ({ restarts }, { restarts: most }) => restarts.fruitless >= most,
    action: 'give-up',
    why: ({ restarts }) => `it died again after each of ${restarts.fruitless} restarts, with no run finished between`,
  },
  {
    cause: 'just-restarted',
    when: ({ restarts: { fruitless, sinceLast } }) => sinceLast !== null && sinceLast < backOff(fruitless),
    action: 'wait',
    why: ({ restarts }) =>
      `it died soon after a restart; the next one comes ${seconds(backOff(restarts.fruitless))} after it`,
  },
  {
    cause: 'runner-died',
    when: ({ session }) => session?.inWorkflow === true,
    action: 'rerun',
    why: (evidence) => `the job that ran it died: ${death(evidence)}`,
  },
  {
    cause: 'shut-down',
    when: wasShutDown,
    action: 'restart',
    why: () => 'the machine was shut down, and runs again',
  },
  { cause: 'died', when: () => true, action: 'restart', why: death },
];

/**
 * A machine that shuts down asks every process to end as a person does with `kill`: only that it was started again
 * since tells them apart. Ctrl-C is always a person.
 */
function wasShutDown({ session }: Evidence): boolean {
  return session?.stopped?.signal === 'SIGTERM' && session.stopped.rebooted;
}

/** What is wrong with a study, if anything, and what to do about it. */
export function judge(evidence: Evidence, patient: Patience = patience): Finding {
  const row = rows.find(({ when }) => when(evidence, patient));
  // The last row fits everything.
  if (row === undefined) throw new Error('no row of the verdict table fits');
  return { cause: row.cause, action: row.action, why: row.why(evidence) };
}

/** Seconds between restarts that bring nothing: doubled each time, five minutes at most (as Kubernetes does). */
export function backOff(fruitless: number): number {
  return fruitless === 0 ? 0 : Math.min(300, 10 * 2 ** (fruitless - 1));
}

function death({ holding }: Evidence): string {
  const rebooted = holding.kind === 'orphaned' && holding.rebooted;
  const cause = rebooted ? 'the machine was restarted' : 'its process was killed';
  return `${cause}, last heard of ${ago(silence(holding))}`;
}

function silence(holding: Evidence['holding']): number {
  return 'silent' in holding ? holding.silent : 0;
}

function ago(time: number): string {
  return `${seconds(time)} ago`;
}

const units = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

function seconds(time: number): string {
  const [size, unit] = units.find(([one]) => time >= 2 * one) ?? [1, 's'];
  return `${Math.max(0, Math.round(time / size))} ${unit}`;
}
