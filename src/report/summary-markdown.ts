import { formatAgainst, formatSeconds, formatValue } from './format-number.ts';
import { fenced, inlineCode, words } from './markdown-safe.ts';
import type { Outcome, TrialLine } from './outcome.ts';
import { placeName } from './program-wording.ts';
import {
  describeConfirmation,
  describeDisagreement,
  describeHelp,
  describeLateFailure,
  describeMattered,
  describeCrossValidated,
  describeReproduction,
  describeUndone,
  describeWear,
  diffNotice,
} from './proof-wording.ts';
import { improves, triedIn, verdictWording } from './verdict-wording.ts';
import { describeSaved, describeTarget } from './wording.ts';

/** GitHub takes a step summary of a megabyte, a comment of 65,536 characters: this fits into both. */
const most = 60_000;
const mostTrials = 60;
const mostChanges = 60;

/** How a study ended, as Markdown. Whatever comes from a script is data: never a mention, never markup. */
export function summaryMarkdown(outcome: Outcome, applied = false): string {
  const { next } = verdictWording(outcome, applied);
  const before = opening(outcome);
  const after = [trialTable(outcome), files(outcome), nextSteps(next)];
  const room = most - [...before, ...after].join('\n\n').length - 1000;
  const diff =
    outcome.diff === '' || !improves(outcome) ? '' : diffBlock(outcome.diff, diffNotice(outcome), Math.max(1000, room));
  return `${[...before, diff, ...after].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The same for a place that shows the diff itself and knows nothing of files on a machine: a pull request. */
export function outcomeMarkdown(outcome: Outcome): string {
  return [...opening(outcome), trialTable(outcome)].filter((part) => part !== '').join('\n\n');
}

function opening(outcome: Outcome): string[] {
  const { headline, good, explained } = verdictWording(outcome, true);
  const changed = improves(outcome) ? [changes(outcome)] : [];
  return [`## ${good ? '✅' : '❌'} ${words(headline)}`, words(explained), facts(outcome), ...changed];
}

function facts(outcome: Outcome): string {
  const { script, baseline, best, confirmation, target, seconds, trials } = outcome;
  const shown = ({ observation, problem }: TrialLine): string =>
    observation === null
      ? words(problem ?? 'no metric seen')
      : formatAgainst(observation.value, target.value, target.metric);
  const rows: (readonly [string, string])[] = [
    ['script', inlineCode(script)],
    ['before', shown(baseline)],
    ...(best === null || best.trial === 0 ? [] : [['after', `${shown(best)} (trial ${best.trial})`] as const]),
    ['target', words(describeTarget(target))],
    ...(confirmation === null ? [] : [['confirmed by', words(describeConfirmation(confirmation, outcome))] as const]),
    ...(describeReproduction(outcome) === '' ? [] : [['reproduced', words(describeReproduction(outcome))] as const]),
    ...(describeUndone(outcome) === '' ? [] : [['undone', words(describeUndone(outcome))] as const]),
    ...(outcome.mattered.length === 0 ? [] : [['what mattered', words(describeMattered(outcome))] as const]),
    ...(describeDisagreement(outcome) === ''
      ? []
      : [['numbers differ', words(describeDisagreement(outcome))] as const]),
    ...(outcome.lateFailure === null ? [] : [['fails at the end', words(describeLateFailure(outcome))] as const]),
    ...(describeHelp(outcome) === '' ? [] : [['would help', words(describeHelp(outcome))] as const]),
    ...(describeCrossValidated(outcome) === ''
      ? []
      : [['train data', words(describeCrossValidated(outcome))] as const]),
    ...(describeWear(outcome) === '' ? [] : [['test set', words(describeWear(outcome))] as const]),
    ['took', `${formatSeconds(seconds)}, trials: ${triedIn(trials)}`],
  ];
  return ['| | |', '|---|---|', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n');
}

function changes({ best }: Outcome): string {
  const all = best?.changes ?? [];
  if (all.length === 0) return '';
  const rows = all.slice(0, mostChanges).map(({ hyperparameter: { name, path, place }, before, after }) => {
    const [was, is] = [before, after].map((value) => inlineCode(formatValue(value), 60));
    return `| ${inlineCode(name, 60)} | ${was} | ${is} | ${inlineCode(placeName(path, place.start))} |`;
  });
  return ['### Changed', '', '| hyper-parameter | before | after | place |', '|---|---|---|---|', ...rows].join('\n');
}

function diffBlock(diff: string, notice: string, room: number): string {
  const cutShort = diff.length > room ? ' It is longer than fits here; the file holds all of it.' : '';
  return `${fenced(diff, 'diff', room)}\n\n${notice}${cutShort}`;
}

function trialTable({ trials, target }: Outcome): string {
  if (trials.length === 0) return '';
  const rows = trials.slice(-mostTrials).map(({ trial, changes: changed, observation, problem, seconds }) => {
    const value =
      observation === null
        ? words(problem ?? 'no metric seen', 120)
        : formatAgainst(observation.value, target.value, target.metric);
    const values = changed
      .map(({ hyperparameter, after }) => `${hyperparameter.name}=${formatValue(after)}`)
      .join(', ');
    return `| ${trial} | ${value} | ${formatSeconds(seconds)} | ${values === '' ? '' : inlineCode(values, 200)} |`;
  });
  const all = trials.length > mostTrials ? `, the last ${mostTrials} of ${trials.length}` : '';
  const head = ['| trial | result | took | values |', '|---|---|---|---|'];
  return ['<details><summary>Trials' + all + '</summary>', '', ...head, ...rows, '', '</details>'].join('\n');
}

function files({ files: { study, model, saved, diff, summary, reproduce } }: Outcome): string {
  const rows = Object.entries({ model, saved: saved?.folder ?? null, diff, summary, reproduce, study }).flatMap(
    ([name, path]) => {
      if (path === null) return [];
      const more = name === 'saved' ? `, by the script itself: ${words(describeSaved(saved?.files ?? []))}` : '';
      return [`- ${name}: ${inlineCode(path, 400)}${more}`];
    },
  );
  return rows.join('\n');
}

function nextSteps(next: readonly string[]): string {
  return next.length === 0 ? '' : ['### Next', '', ...next.map((line) => `- ${words(line)}`)].join('\n');
}
