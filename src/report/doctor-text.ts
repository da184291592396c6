import { fold, widest } from './columns.ts';
import { paint, plain, type Style } from './style.ts';
import { safeLine } from './terminal-safe.ts';
import { count } from './wording.ts';

/** One thing that `doctor` looked at. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly found: string;
  /** What to do; `null` when nothing is to be done. */
  readonly help: string | null;
}

const marks = { ok: ['✓', 'green'], warning: ['!', 'yellow'], problem: ['✗', 'red'] } as const;

/** What was found, one line a check, and what to do where something lacks. */
export function doctorText(checks: readonly Check[], style: Style = plain): string {
  const wide = Math.max(0, ...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, state, found, help }) => {
    const [mark, colour] = marks[state];
    const advice = help === null ? [] : fold(`→ ${help}`, widest - wide - 4);
    return [
      `${paint(style, colour, mark)} ${name.padEnd(wide)}  ${safeLine(found)}`,
      ...advice.map((line) => `${' '.repeat(wide + 4)}${line}`),
    ];
  });
  return `${[...lines, '', verdict(checks)].join('\n')}\n`;
}

function verdict(checks: readonly Check[]): string {
  const of = (state: Check['state']): number => checks.filter((check) => check.state === state).length;
  if (of('problem') > 0) return `${count(of('problem'), 'problem')} to solve first.`;
  return of('warning') > 0 ? `It works, with ${count(of('warning'), 'warning')}.` : 'Everything is there.';
}
