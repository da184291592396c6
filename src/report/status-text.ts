import type { Target } from '../study/events.ts';
import { columns } from './columns.ts';
import { formatAgainst, formatBytes, formatSeconds } from './format-number.ts';
import { safeLine } from './terminal-safe.ts';
import { describeTarget } from './wording.ts';

/** A study as `status` lists it. */
export interface StudyLine {
  readonly name: string;
  readonly script: string;
  /** `null`: not settled yet, the first run has not ended. */
  readonly target: Target | null;
  readonly best: number | null;
  readonly trials: number;
  readonly budget: number | null;
  /** `running`, `stopped`, or the verdict. Data: shown as it is. */
  readonly state: string;
  readonly bytes: number;
  /** Milliseconds since the epoch of the last activity; `null`: never. */
  readonly active: number | null;
}

/** The studies of this machine, as given; `now` in milliseconds since the epoch. */
export function statusText(studies: readonly StudyLine[], home: string, now: number): string {
  if (studies.length === 0) return `No studies in ${home} yet. The first one begins with: run train.py\n`;
  const rows = studies.map(({ name, script, target, best, trials, budget, state, bytes, active }) => [
    safeLine(name, 40),
    safeLine(state, 20),
    target === null ? '–' : best === null ? '–' : formatAgainst(best, target.value, target.metric),
    target === null ? '–' : describeTarget({ ...target, metric: safeLine(target.metric, 20) }),
    `${trials}${budget === null ? '' : `/${budget}`}`,
    formatBytes(bytes),
    active === null ? 'never' : ago((now - active) / 1000),
    safeLine(script, 60),
  ]);
  const total = studies.reduce((sum, { bytes }) => sum + bytes, 0);
  const table = columns([['study', 'state', 'best', 'target', 'trials', 'size', 'active', 'script'], ...rows], '');
  return `${[...table, '', `${formatBytes(total)} in ${home}`].join('\n')}\n`;
}

/** One unit is enough. */
function ago(seconds: number): string {
  if (seconds < 5) return 'now';
  return `${formatSeconds(seconds).split(' ').slice(0, 2).join(' ')} ago`;
}
