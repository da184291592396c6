import type { StudyEvent } from '../study/events.ts';
import { formatAgainst, formatMetric, formatSeconds, formatTarget } from './format-number.ts';
import { tellsEpoch } from './epoch-lines.ts';
import { runningAt, secondsLeft, valueOf, type News, type Progress, type Running } from './progress.ts';
import { paint, plain, type Style } from './style.ts';
import { cut, safeLine } from './terminal-safe.ts';
import { reaches } from '../study/verdict.ts';
import { count, describeChanges, describeTarget, isBetter } from './wording.ts';

/** The line at the bottom of a terminal, rewritten with all news; empty when nothing runs. */
export function liveLine(state: Progress, width: number): string {
  const { target, best } = state;
  // The one that is nearest to its end.
  const [running] = state.running;
  if (running === undefined) return '';
  const beside = state.running.length - 1;
  const metric = target?.metric ?? '';
  const changes = describeChanges(state.changes[running.started.trial] ?? []);
  const left = secondsLeft(state);
  // The larger the number, the sooner a narrow terminal does without.
  const pieces: readonly (readonly [number, string])[] = [
    [0, `${nameOf(running.started, state)}${beside === 0 ? '' : ` and ${beside} more`}`],
    [4, tellsChanges(running.started, state) ? cut(changes, 60) : ''],
    [1, describeEpoch(running)],
    [2, running.metric === null ? '' : `${safeLine(metric, 30)} ${formatMetric(running.metric, metric)}`],
    [3, best === null ? '' : `best ${formatAgainst(best.value, target?.value ?? null, metric)}${goalOf(state)}`],
    [6, formatSeconds(Math.max(0, state.now - running.since) / 1000)],
    [5, left === null ? '' : `at most ${formatSeconds(left)} left`],
  ];
  for (let rank = 6; rank >= 0; rank--) {
    const kept = pieces.filter(([own, text]) => own <= rank && text !== '').map(([, text]) => text);
    const line = kept.join(' · ');
    if (Array.from(line).length <= width || rank === 0) return cut(line, width);
  }
  return '';
}

/** What to say first when a study goes on; empty for a new one. */
export function resumedLine({ target, best, done, lasted, trials }: Progress): string {
  if (lasted.length === 0) return '';
  const value =
    best === null || target === null ? '' : `, best ${formatAgainst(best.value, target.value, target.metric)}`;
  return `goes on where it was: ${done} of ${count(Math.max(trials, done), 'trial')} done${value}`;
}

/** Where the lines go: above the live line of a terminal, or into a log that has nothing else. */
export type Medium = 'terminal' | 'log';

/**
 * The lines to print for good because of the news. `before` is the progress that the news come upon, so
 * that an attempt that ends can still be named.
 */
export function newsLines(before: Progress, news: News, medium: Medium, style: Style = plain): string[] {
  if (news.kind === 'tick') return [];
  if (news.kind === 'message') return messageLines(before, news, medium, style);
  const { event } = news;
  switch (event.kind) {
    case 'attempt-ended':
      return isBuilt(before, event) ? [] : [endedLine(before, event, style)];
    case 'attempt-started':
      return medium === 'log' ? [startedLine(before, event)] : [];
    case 'goal-set':
      return medium === 'log'
        ? [`target ${describeTarget(event.target)}, ${count(event.budget.trials, 'trial')} at most`]
        : [];
    case 'space-set':
      return medium === 'log' ? [`${count(event.space.dimensions.length, 'hyper-parameter')} to tune`] : [];
    case 'search-ended':
      return medium === 'log' ? [`search ended: ${event.verdict.kind}`] : [];
    case 'trial-suggested':
    case 'session-started':
    case 'session-stopped':
      return [];
  }
}

function messageLines(
  state: Progress,
  { message, ...place }: Extract<News, { kind: 'message' }>,
  medium: Medium,
  style: Style,
): string[] {
  const { target } = state;
  const running = runningAt(state, place);
  if (message.kind === 'warning')
    return state.warned.has(message.text)
      ? []
      : [`  ${paint(style, 'yellow', 'warning')}: ${safeLine(message.text, 300)}`];
  if (medium === 'terminal' || message.kind !== 'metric' || message.name !== target?.metric || running === undefined)
    return [];
  if (!tellsEpoch(running.told, message, target)) return [];
  const split = message.split === 'unknown' ? '' : `${message.split} `;
  const value = `${split}${safeLine(message.name, 30)} ${formatMetric(message.value, message.name)}`;
  const name = state.running.length === 1 ? '' : `${nameOf(running.started, state)} · `;
  return [`  ${name}${describeEpoch({ ...running, epoch: message.epoch })} · ${value}${aheadOf(state)}`];
}

/** The best so far and the time left, for a line of a log. */
function aheadOf(state: Progress): string {
  const { best, target } = state;
  const left = secondsLeft(state);
  const shown =
    best === null ? '' : ` · best ${formatAgainst(best.value, target?.value ?? null, target?.metric ?? '')}`;
  return `${shown}${left === null ? '' : ` · at most ${formatSeconds(left)} left`}`;
}

type Started = Extract<StudyEvent, { kind: 'attempt-started' }>;
type Ended = Extract<StudyEvent, { kind: 'attempt-ended' }>;

function startedLine(state: Progress, started: Started): string {
  const changes = tellsChanges(started, state) ? describeChanges(state.changes[started.trial] ?? []) : '';
  const again = started.attempt > 1 ? ` (attempt ${started.attempt})` : '';
  return `${nameOf(started, state)} starts${again}${changes === '' ? '' : `: ${changes}`}`;
}

/** A dry build that went well is nothing to tell: its trial starts now. */
function isBuilt(state: Progress, event: Ended): boolean {
  return runningAt(state, event)?.started.purpose.kind === 'dry-build' && event.ending.kind !== 'failed';
}

function endedLine(before: Progress, event: Ended, style: Style): string {
  const { target, best } = before;
  const running = runningAt(before, event);
  const name = running === undefined ? `trial ${event.trial}` : nameOf(running.started, before);
  const purpose = running?.started.purpose.kind ?? 'search';
  const value = valueOf(event, before);
  const told = running !== undefined && tellsChanges(running.started, before);
  const changes = told ? describeChanges(before.changes[event.trial] ?? []) : '';
  const tail = [formatSeconds(event.seconds), changes].filter((text) => text !== '').join('  ');
  if (target === null || value === null) {
    return `${name.padEnd(nameWidth)}  ${paint(style, 'red', describeEnding(event))}  ${paint(style, 'dim', tail)}`;
  }
  const reached = reaches(value, target);
  const better = purpose === 'search' && (best === null || isBetter(value, best.value, target));
  const shown = `${safeLine(target.metric, 30)} ${formatAgainst(value, target.value, target.metric)}`;
  const late = purpose === 'baseline' && event.ending.kind === 'failed' ? `  then ${describeEnding(event)}` : '';
  const note = `${reached ? '  reaches the target' : better ? '  best so far' : ''}${late}`;
  return `${name.padEnd(nameWidth)}  ${paint(style, reached ? 'green' : 'bold', shown)}${note}  ${paint(style, 'dim', tail)}`;
}

const nameWidth = 'confirmation 1 of 3'.length;

/** Whether the run is the first to show what its values do. */
function tellsChanges({ trial, purpose }: Started, { simpler }: Progress): boolean {
  return (
    purpose.kind === 'search' || (purpose.kind === 'confirmation' && purpose.repeat === 0 && simpler.includes(trial))
  );
}

function nameOf({ trial, purpose }: Started, { trials, repeats, simpler, refused }: Progress): string {
  switch (purpose.kind) {
    case 'baseline':
      return 'baseline';
    case 'search':
      if (simpler.includes(trial)) return `simpler ${simpler.indexOf(trial) + 1}`;
      return `trial ${trial} of ${Math.max(trials + refused, trial)}`;
    case 'dry-build':
      return `trial ${trial}, dry build`;
    case 'confirmation':
      if (simpler.includes(trial)) return `simpler ${simpler.indexOf(trial) + 1}, run ${purpose.repeat + 1}`;
      return `confirmation ${purpose.repeat + 1} of ${Math.max(repeats, purpose.repeat + 1)}`;
  }
}

function describeEnding({ ending, mismatches }: Ended): string {
  if (mismatches.length > 0) return `values did not arrive: ${safeLine(mismatches.join('; '), 200)}`;
  switch (ending.kind) {
    case 'finished':
      return 'no metric seen';
    case 'failed': {
      const { type, message, file, line } = ending.failure;
      const place = file === null ? '' : ` (${safeLine(file, 80)}${line === null ? '' : `:${line}`})`;
      return `failed: ${safeLine(type, 60)}${message === '' ? '' : `: ${safeLine(message, 160)}`}${place}`;
    }
    case 'timed-out':
      return `ended by us after ${formatSeconds(ending.limit)}`;
    case 'stopped':
      return 'stopped';
    case 'lost':
      return `lost: ${safeLine(ending.why, 160)}`;
    case 'never-started':
      return 'never came to life; starts again';
  }
}

function describeEpoch({ epoch, epochs, phase }: Running): string {
  if (epoch === null) return phase === null || phase === 'train' ? '' : phase;
  return `epoch ${epoch}${epochs === null ? '' : `/${epochs}`}`;
}

function goalOf({ target }: Progress): string {
  return target?.value == null ? '' : ` (target ${formatTarget(target.value, target.metric)})`;
}
