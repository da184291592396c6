import { sparkline } from './chart.ts';
import { columns, fold, labelled, widest } from './columns.ts';
import { formatAgainst, formatSeconds, formatValue } from './format-number.ts';
import type { Change, Outcome, TrialLine } from './outcome.ts';
import { paint, plain, type Style } from './style.ts';
import { placeName } from './program-wording.ts';
import { safeLine, safeText } from './terminal-safe.ts';
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
import { count, describeSaved, describeTarget } from './wording.ts';

export interface Telling extends Partial<Style> {
  /** Whether the winning values were written into the script. */
  readonly applied?: boolean;
}

/** How a study ended, for the person at the terminal. */
export function outcomeText(outcome: Outcome, { colour = false, applied = false }: Telling = {}): string {
  const style = { ...plain, colour };
  const { headline, good, explained, next } = verdictWording(outcome, applied);
  const changes = improves(outcome) ? (outcome.best?.changes ?? []) : [];
  const lines = [
    ...fold(headline).map((line) => paint(style, good ? 'green' : 'red', line)),
    ...fold(explained),
    '',
    ...labelled(facts(outcome)),
    ...section(style, 'Changed', changeRows(changes)),
    ...(changes.length === 0 ? [] : diffLines(outcome.diff, diffNotice(outcome), style)),
    ...section(style, 'Files', labelled(fileRows(outcome))),
    ...(applied && changes.length > 0
      ? [
          '',
          `Written into ${changedFiles(outcome)
            .map((path) => safeLine(path))
            .join(' and ')}.`,
        ]
      : []),
    ...section(
      style,
      'Next',
      next.flatMap((line) => fold(line, widest - 4).map((part, i) => (i === 0 ? `  - ${part}` : `    ${part}`))),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The files that the diff changes: a value may stand beside the script. */
function changedFiles({ best }: Outcome): readonly string[] {
  return [...new Set((best?.changes ?? []).map(({ hyperparameter }) => hyperparameter.path))];
}

function facts(outcome: Outcome): (readonly [string, string])[] {
  const { baseline, best, confirmation, target, trials, seconds } = outcome;
  const failed = trials.filter(({ observation }) => observation === null);
  const chart = sparkline([baseline, ...trials].map(({ observation }) => observation?.value ?? null));
  const problem = failed.at(-1)?.problem ?? null;
  return [
    ['before', describeTrial(baseline, outcome)],
    ...(best === null || best.trial === 0 ? [] : [['after', describeTrial(best, outcome)] as const]),
    ['target', describeTarget(target)],
    ...(confirmation === null ? [] : [['confirmed by', describeConfirmation(confirmation, outcome)] as const]),
    ...(describeReproduction(outcome) === '' ? [] : [['reproduced', describeReproduction(outcome)] as const]),
    ...(describeUndone(outcome) === '' ? [] : [['undone', describeUndone(outcome)] as const]),
    ...(outcome.mattered.length === 0 ? [] : [['what mattered', describeMattered(outcome)] as const]),
    ...(describeHelp(outcome) === '' ? [] : [['would help', describeHelp(outcome)] as const]),
    ...(describeCrossValidated(outcome) === '' ? [] : [['train data', describeCrossValidated(outcome)] as const]),
    ...(describeWear(outcome) === '' ? [] : [['test set', describeWear(outcome)] as const]),
    ...(describeDisagreement(outcome) === '' ? [] : [['numbers differ', describeDisagreement(outcome)] as const]),
    ...(outcome.lateFailure === null ? [] : [['fails at the end', describeLateFailure(outcome)] as const]),
    ['took', `${formatSeconds(seconds)}, ${count(triedIn(trials), 'trial')}${chart === '' ? '' : `  ${chart}`}`],
    ...(problem === null
      ? []
      : [['no result', `${count(failed.length, 'trial')}; the last one: ${safeLine(problem)}`] as const]),
  ];
}

function describeTrial({ trial, observation, problem, seconds }: TrialLine, { target }: Outcome): string {
  const who = trial === 0 ? 'the script as it is' : `trial ${trial}`;
  if (observation === null) return `${who}: ${safeLine(problem ?? 'no metric seen')}`;
  const { name, value, split, source, size } = observation;
  const rows = size === null ? '' : `, ${count(size, 'row')}`;
  const where = split === 'unknown' ? '' : `${split} `;
  const how = source === 'hook' ? 'read in the framework' : `from a ${source === 'printed' ? 'printed line' : source}`;
  return `${where}${safeLine(name, 40)} ${formatAgainst(value, target.value, target.metric)}, ${who} (${how}${rows}, ${formatSeconds(seconds)})`;
}

function changeRows(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const rows = changes.map(({ hyperparameter: { name, path, place }, before, after }) => [
    safeLine(name, 40),
    safeLine(formatValue(before), 30),
    safeLine(formatValue(after), 30),
    placeName(path, place.start),
  ]);
  return columns([['name', 'before', 'after', 'place'], ...rows]);
}

function diffLines(diff: string, notice: string, style: Style): string[] {
  if (diff === '') return [];
  const lines = safeText(diff)
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.startsWith('+')) return paint(style, 'green', line);
      return line.startsWith('-') ? paint(style, 'red', line) : line;
    });
  return ['', ...lines, '', paint(style, 'dim', notice)];
}

function fileRows({
  files: { model, saved, diff, summary, reproduce, study },
}: Outcome): (readonly [string, string | string[]])[] {
  const named = { model, saved: saved?.folder ?? null, diff, summary, reproduce, study };
  return Object.entries(named).flatMap(([name, path]) => {
    if (path === null) return [];
    return [
      [name, name === 'saved' ? [path, ...fold(`by the script itself: ${describeSaved(saved?.files ?? [])}`)] : path],
    ];
  });
}

function section(style: Style, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', paint(style, 'bold', title), ...lines];
}
