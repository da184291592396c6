import type { Program } from '../program/program.ts';
import type { OutputName } from '../settings/documents.ts';
import { isReached } from './outcome.ts';
import type { Outcome } from './outcome.ts';

type Outputs<T> = Readonly<Partial<Record<OutputName, (from: T) => string>>>;

/** What a step leaves of an outcome. Text by name, never a command: the runner's files carry it. */
const outcomeOutputs: Outputs<Outcome> = {
  verdict: ({ verdict }) => verdict,
  reached: (outcome) => String(isReached(outcome)),
  metric: ({ target }) => target.metric,
  value: ({ confirmation, best, baseline }) =>
    plain(confirmation?.mean ?? best?.observation?.value ?? baseline.observation?.value),
  baseline: ({ baseline }) => plain(baseline.observation?.value),
  'diff-file': ({ files }) => files.diff ?? '',
  'summary-file': ({ files }) => files.summary ?? '',
};

/** What `detect` leaves of one script. */
const programOutputs: Outputs<Program> = {
  framework: ({ framework }) => framework,
  family: ({ family }) => family,
};

export function outputsOfOutcome(outcome: Outcome): (readonly [string, string])[] {
  return texts(outcomeOutputs, outcome);
}

export function outputsOfProgram(program: Program): (readonly [string, string])[] {
  return texts(programOutputs, program);
}

function texts<T>(outputs: Outputs<T>, from: T): (readonly [string, string])[] {
  return Object.entries(outputs).map(([name, text]) => [name, text(from)] as const);
}

function plain(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
