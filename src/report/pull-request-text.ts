import { formatAgainst } from './format-number.ts';
import { words } from './markdown-safe.ts';
import type { Outcome } from './outcome.ts';
import { describeReproduction } from './proof-wording.ts';
import { outcomeMarkdown } from './summary-markdown.ts';
import { cut, safeLine } from './terminal-safe.ts';

/** GitHub takes 65,536 characters. */
const mostBody = 65_000;
const mostTitle = 120;

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
  /** Of the commit. */
  readonly message: string;
}

/** The words of the pull request that carries a confirmed winner. `run` is the page of the run that found it. */
export function pullRequestText(outcome: Outcome, run: string): PullRequestText {
  const title = cut(`Tune ${safeLine(outcome.script, 60)}: ${gain(outcome)}`, mostTitle);
  const body = [
    'Retune edited the hyper-parameters of this script until it reached its target. The diff holds these edits and nothing else.',
    outcomeMarkdown(outcome),
    '---',
    `Found by [this run](${run}), study \`${outcome.study}\`. Checks of a pull request that was opened with the ` +
      "workflow's own token wait for somebody with write access to start them. Closed without a merge, it is not opened again.",
  ].join('\n\n');
  return { title, body: cut(body, mostBody), message: title };
}

/** `accuracy 93.5 % → 98.5 %`. */
export function gain({ baseline, best, confirmation, target }: Outcome): string {
  const shown = (value: number | undefined): string =>
    value === undefined ? 'unknown' : formatAgainst(value, target.value, target.metric);
  const after = confirmation?.mean ?? best?.observation?.value;
  return `${safeLine(target.metric, 40)} ${shown(baseline.observation?.value)} → ${shown(after)}`;
}

/** A short notice that the best model is there, and where. */
export function readyText(outcome: Outcome, where: string | null): string {
  const model = outcome.files.model === null ? '' : ` The model: ${safeLine(outcome.files.model, 300)}.`;
  return `${words(`${outcome.script}: ${gain(outcome)}, confirmed.`)}${where === null ? '' : ` ${where}`}${model}`;
}

/** Why the best model is not called ready although it was proven. */
export function notReadyText(outcome: Outcome): string {
  return `${words(`${outcome.script}: ${gain(outcome)}, confirmed, but not reproduced. ${describeReproduction(outcome)}`)}.`;
}

/** The branch of a study's pull request. Its name tells people the script, its end tells us the study. */
export function branchOf({ script, study }: Outcome): string {
  const word = script
    .replace(/\.[^./]*$/, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const hash = study.slice(study.lastIndexOf('-') + 1);
  return `retune/${word === '' ? 'study' : word.slice(0, 60)}-${hash}`;
}
