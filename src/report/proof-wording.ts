import { oriented, reaches } from '../study/verdict.ts';
import { formatAgainst, formatMetric } from './format-number.ts';
import type { Confirmation, Outcome } from './outcome.ts';
import { safeLine } from './terminal-safe.ts';
import { count } from './wording.ts';

/** How the winner was proven: one sentence. */
export function describeConfirmation({ values, mean, interval, note }: Confirmation, { target }: Outcome): string {
  const show = (number: number): string => formatAgainst(number, target.value, target.metric);
  const runs = values.map((number) => `${show(number)}${reaches(number, target) ? '' : ' (misses it)'}`).join(', ');
  const average = values.length < 2 ? '' : `; mean ${show(mean)}`;
  const over = { seeds: 'over the seeds', rows: 'over the evaluated rows', folds: 'over the folds' };
  const spread =
    interval === null
      ? ''
      : `; 95 % interval ${over[interval.over]} ${formatMetric(interval.low, target.metric)} to ${formatMetric(interval.high, target.metric, interval.low)}`;
  return `${count(values.length, 'complete run')}: ${runs}${average}${spread}${note === null ? '' : `. ${note.charAt(0).toUpperCase()}${note.slice(1)}`}`;
}

/** What is said of the diff: whether all of it is needed. */
export function diffNotice({ verdict, minimal, best }: Outcome): string {
  if (verdict !== 'reached') return 'The diff is as the search found it, not proven to reach the target.';
  if (!minimal) return 'The diff is as the search found it. The command report tries to do without each change.';
  return (best?.changes.length ?? 0) > 1
    ? 'The diff is minimal: without any of these changes the target was missed, or is out of reach.'
    : 'The diff is as small as it can be.';
}

/** How the script itself fails after its metric; empty where it runs through, or has not run yet. */
export function describeLateFailure({ lateFailure }: Pick<Outcome, 'lateFailure'>): string {
  if (lateFailure === null) return '';
  const { type, message, file, line } = lateFailure;
  const where = file === null ? '' : ` at ${safeLine(file)}${line === null ? '' : `:${line}`}`;
  const what = message === '' ? type : `${type}: ${message}`;
  return `${safeLine(what, 200)}${where}, after its metric was told, as the unchanged script does; the number counts`;
}

/** Where the script says another number than the one that counts; empty where it does not. */
export function describeDisagreement({ disagreement, baseline }: Outcome): string {
  if (disagreement === null) return '';
  const counts = baseline.observation?.source === 'hook' ? "; the framework's counts" : '';
  return `${safeLine(disagreement, 300)}${counts}`;
}

/** What the run without Retune came to; empty where there was none. */
export function describeReproduction({ reproduction, target, lateFailure }: Outcome): string {
  switch (reproduction?.kind) {
    case undefined:
      return '';
    case 'same':
      return `${formatAgainst(reproduction.value, target.value, target.metric)} by reproduce.sh, in a fresh environment, without Retune`;
    case 'silent':
      return `reproduce.sh runs through in a fresh environment${lateFailure === null ? '' : ', up to its own failure'}; it prints no ${safeLine(target.metric, 40)}`;
    case 'other':
      return `NO: reproduce.sh tells ${formatAgainst(reproduction.value, target.value, target.metric)} in a fresh environment, without Retune`;
    case 'failed':
      return `NO: reproduce.sh fails in a fresh environment: ${safeLine(reproduction.lastLine, 200)}`;
  }
}

/** How often the test set has chosen; empty where that says nothing. */
export function describeWear({ wear, target }: Outcome): string {
  if (wear === null || wear.optimism === 0) return '';
  const most = formatMetric(wear.optimism, target.metric, 0.5);
  const advice = wear.advisable ? ': worth a look at fresh data' : '';
  return `chose among ${count(wear.results, 'result')} on ${count(wear.rows, 'row')}; by chance alone the best can look up to ${most} too good${advice}`;
}

/** Whether what was gained shows on data that chose nothing, too; empty where nobody knows. */
export function describeCrossValidated({ crossValidated, target }: Outcome): string {
  if (crossValidated === null) return '';
  const { before, after, folds } = crossValidated;
  const better = oriented(after, target) > oriented(before, target);
  const doubt = better ? '' : ', and there nothing was gained';
  return `${formatMetric(before, target.metric)} → ${formatMetric(after, target.metric, before)} cross-validated in ${folds} parts; the test data has no say in it${doubt}`;
}

/** What moved the metric in a search that did not reach; empty when that is not known. */
export function describeMattered({ mattered }: Outcome): string {
  return mattered
    .map(({ hyperparameter: { name }, share }) => `${safeLine(name, 40)} ${(100 * share).toFixed(0)} %`)
    .join(', ');
}

/**
 * What would help where the search did not: how far the best result is from the target on its own training data, and how far
 * held-out data is from that (avoidable bias and variance; Ng 2018, "Machine Learning Yearning", ch. 20-25). Empty where the
 * run told nothing of its training data, or reached.
 */
export function describeHelp({ verdict, best, target }: Outcome): string {
  const missed = verdict === 'below-target' || verdict === 'impossible' || verdict === 'exhausted';
  const trained = best?.trained ?? null;
  if (!missed || trained === null) return '';
  const told = `${formatAgainst(trained, target.value, target.metric)} on its own training data`;
  return reaches(trained, target)
    ? `it learns what it is shown, ${told}: more or augmented data, or stronger regularisation; hardly a larger model`
    : `it misses the target even there, ${told}: longer training, a larger model or better features; hardly more data`;
}

/** Changes that turned out not to be needed; empty when there are none. */
export function describeUndone({ undone }: Outcome): string {
  if (undone.length === 0) return '';
  const names = undone.map(({ hyperparameter }) => safeLine(hyperparameter.name, 40)).join(', ');
  return `${names}: the target is reached without changing ${undone.length === 1 ? 'it' : 'them'}`;
}
