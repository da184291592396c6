import { safeLine } from './terminal-safe.ts';

/** What the monitor found, and did, about one study. */
export interface MonitorLine {
  readonly study: string;
  /** `null` where the study's record cannot be read. */
  readonly script: string | null;
  /** One word for why it stands as it does, stable for programs. */
  readonly cause: string;
  readonly done: 'left-alone' | 'waiting' | 'started-again' | 'tidied' | 'needs-you';
  /** A sentence without its full stop. */
  readonly why: string;
}

const words: Readonly<Record<MonitorLine['done'], string>> = {
  'left-alone': 'left alone',
  waiting: 'waiting',
  'started-again': 'started again',
  tidied: 'tidied up',
  'needs-you': 'needs you',
};

/** One line a study: what was done, and why. */
export function monitorText(lines: readonly MonitorLine[], home: string): string {
  if (lines.length === 0) return `No studies in ${home}.\n`;
  const wide = Math.max(...lines.map(({ study }) => study.length));
  const rows = lines.map(
    ({ study, done, why }) => `${safeLine(study, 80).padEnd(wide)}  ${words[done].padEnd(13)}  ${safeLine(why, 500)}\n`,
  );
  return rows.join('');
}
