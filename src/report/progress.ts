import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import { isTaken } from '../study/budget.ts';
import type { RecordedEvent, StudyEvent, Target } from '../study/events.ts';
import type { Failure, Message } from '../study/messages.ts';
import { failedAsKnown, failureAfterMetric } from '../study/late-failure.ts';
import { observationOf } from '../study/observation.ts';
import { afterEpoch, noEpochs } from './epoch-lines.ts';
import type { EpochsTold } from './epoch-lines.ts';
import type { Change } from './outcome.ts';
import { isBetter } from './wording.ts';

/** What progress is told: an event of the journal, a word of the runtime, or that time passed (milliseconds). */
export type News =
  | { readonly kind: 'event'; readonly event: StudyEvent; readonly at: number }
  | { readonly kind: 'message'; readonly trial: number; readonly attempt: number; readonly message: Message }
  | { readonly kind: 'tick'; readonly at: number };

type AttemptStarted = Extract<StudyEvent, { kind: 'attempt-started' }>;

/** An attempt that runs, and what it has told so far. */
export interface Running {
  readonly started: AttemptStarted;
  readonly since: number;
  readonly epoch: number | null;
  readonly epochs: number | null;
  readonly phase: string | null;
  readonly metric: number | null;
  readonly told: EpochsTold;
}

/** Everything that can be shown while a study runs. */
export interface Progress {
  readonly target: Target | null;
  /** Trials beside the baseline, and runs that prove a winner. */
  readonly trials: number;
  readonly repeats: number;
  /** Seconds of training that may be spent, and that were. */
  readonly budget: number | null;
  readonly spent: number;
  /** What each suggested trial changes. */
  readonly changes: Readonly<Record<number, readonly Change[]>>;
  /** Trials that try to do with fewer changes than a confirmed one. */
  readonly simpler: readonly number[];
  /** The attempts that run now, in the order in which they started. */
  readonly running: readonly Running[];
  /** Trials that ended beside the baseline, and those that a dry build ended before any training. */
  readonly done: number;
  readonly refused: number;
  readonly best: { readonly trial: number; readonly value: number } | null;
  /** How the script itself fails after its metric; the number counts all the same. */
  readonly lateFailure: Failure | null;
  /** How long complete runs took, in seconds. */
  readonly lasted: readonly number[];
  /** What was warned of; said once, not for every run. */
  readonly warned: ReadonlySet<string>;
  readonly now: number;
}

export const noProgress: Progress = {
  target: null,
  trials: 0,
  repeats: 0,
  budget: null,
  spent: 0,
  changes: {},
  simpler: [],
  running: [],
  done: 0,
  refused: 0,
  best: null,
  lateFailure: null,
  lasted: [],
  warned: new Set(),
  now: 0,
};

/** Where a study stands that goes on: without its past, the target and the trials done would not be known. */
export function progressSoFar(events: readonly RecordedEvent[], hyperparameters: readonly Hyperparameter[]): Progress {
  return events.reduce<Progress>(
    (state, { at, event }) => advance(state, { kind: 'event', event, at }, hyperparameters),
    noProgress,
  );
}

/** Progress after the news. Pure: time is what the news say it is. */
export function advance(state: Progress, news: News, hyperparameters: readonly Hyperparameter[]): Progress {
  switch (news.kind) {
    case 'tick':
      return { ...state, now: Math.max(state.now, news.at) };
    case 'message':
      return heard(state, news);
    case 'event':
      return happened({ ...state, now: Math.max(state.now, news.at) }, news, hyperparameters);
  }
}

function heard(state: Progress, { message, ...place }: Extract<News, { kind: 'message' }>): Progress {
  if (message.kind === 'warning') return { ...state, warned: new Set([...state.warned, message.text]) };
  const told = runningAt(state, place);
  return told === undefined
    ? state
    : { ...state, running: state.running.map((one) => (one === told ? afterMessage(one, message, state) : one)) };
}

function afterMessage(running: Running, message: Message, { target }: Progress): Running {
  if (message.kind === 'metric') {
    if (message.name !== target?.metric) return running;
    const told = afterEpoch(running.told, message, target);
    return { ...running, metric: message.value, epoch: message.epoch ?? running.epoch, told };
  }
  if (message.kind !== 'progress') return running;
  const { phase, epoch = running.epoch, epochs = running.epochs } = message;
  return { ...running, phase, epoch, epochs };
}

/** The attempt that runs there; `undefined`: none does. */
export function runningAt(
  { running }: Progress,
  { trial, attempt }: { readonly trial: number; readonly attempt: number },
): Running | undefined {
  return running.find(({ started }) => started.trial === trial && started.attempt === attempt);
}

function happened(
  state: Progress,
  { at, event }: Extract<News, { kind: 'event' }>,
  hyperparameters: readonly Hyperparameter[],
): Progress {
  switch (event.kind) {
    case 'goal-set': {
      const { target, budget, repeats } = event;
      return { ...state, target, trials: budget.trials, repeats, budget: budget.seconds };
    }
    case 'trial-suggested':
      return {
        ...state,
        changes: { ...state.changes, [event.trial]: changesOf(event.values, hyperparameters) },
        simpler: event.undoes === null ? state.simpler : [...state.simpler, event.trial],
      };
    case 'attempt-started': {
      const bare = { epoch: null, epochs: null, phase: null, metric: null, told: noEpochs };
      return { ...state, running: [...state.running, { started: event, since: at, ...bare }] };
    }
    case 'attempt-ended':
      return ended(state, event);
    case 'search-ended':
      return { ...state, running: [] };
    case 'space-set':
    case 'session-started':
    case 'session-stopped':
      return state;
  }
}

type AttemptEnded = Extract<StudyEvent, { kind: 'attempt-ended' }>;

function ended(state: Progress, event: AttemptEnded): Progress {
  const { target, best } = state;
  const running = runningAt(state, event);
  const purpose = running?.started.purpose.kind;
  const dry = purpose === 'dry-build';
  const searched = purpose === 'search' && !state.simpler.includes(event.trial);
  const over = event.ending.kind !== 'lost' && event.ending.kind !== 'never-started';
  const value = valueOf(event, state);
  const better = value !== null && target !== null && (best === null || isBetter(value, best.value, target));
  return {
    ...state,
    running: state.running.filter((one) => one !== running),
    done: state.done + (over && searched ? 1 : 0),
    refused: state.refused + (dry && event.ending.kind === 'failed' ? 1 : 0),
    best: better && (searched || purpose === 'baseline') ? { trial: event.trial, value } : best,
    spent: state.spent + (isTaken(event.ending) ? 0 : event.seconds),
    lateFailure: knownAfter(event, state.lateFailure, target),
    lasted: event.ending.kind === 'finished' && !dry ? [...state.lasted, event.seconds] : state.lasted,
  };
}

/** The metric of an attempt that ended, by the study's own rule. */
export function valueOf(event: AttemptEnded, { target, lateFailure }: Progress): number | null {
  if (target === null || event.mismatches.length > 0) return null;
  if (event.ending.kind !== 'finished' && !failedAsKnown(event, knownAfter(event, lateFailure, target), target))
    return null;
  return observationOf(event, target)?.value ?? null;
}

/** How the script itself fails at its end, once this run is over: its baseline shows it. */
function knownAfter(event: AttemptEnded, known: Failure | null, target: Target | null): Failure | null {
  return event.trial === 0 && target !== null ? failureAfterMetric(event, target) : known;
}

/** Where a point differs from what the author wrote. */
export function changesOf(
  values: Readonly<Record<string, Change['after']>>,
  hyperparameters: readonly Hyperparameter[],
): Change[] {
  return hyperparameters.flatMap((hyperparameter) => {
    const { id, value: before } = hyperparameter;
    const after = values[id];
    return after === undefined || after === before ? [] : [{ hyperparameter, before, after }];
  });
}

/** Seconds left at most, guessed from what runs took so far; `null` before the first one has ended. */
export function secondsLeft({
  lasted,
  trials,
  done,
  repeats,
  running,
  now,
  budget,
  spent,
  target,
  simpler,
}: Progress): number | null {
  if (lasted.length === 0 || target?.value == null) return null;
  const usual = lasted.reduce((sum, seconds) => sum + seconds, 0) / lasted.length;
  const [first] = running;
  const purpose = first?.started.purpose;
  // How many changes can be undone, nobody knows before.
  if (first !== undefined && simpler.includes(first.started.trial)) return null;
  // A close call takes more runs than planned.
  const ahead = purpose?.kind === 'confirmation' ? Math.max(1, repeats - purpose.repeat) : trials - done + repeats;
  const current = first === undefined ? 0 : Math.min(usual, (now - first.since) / 1000);
  const guess = Math.max(0, usual * ahead - current);
  return budget === null ? guess : Math.min(guess, Math.max(0, budget - spent - current) + usual * repeats);
}
