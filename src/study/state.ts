import type { Point, Space } from '../search/space.ts';
import type { DataFile } from './data-file.ts';
import type { Ending } from './ending.ts';
import type { Goal, LeftAlone, Purpose, RecordedEvent, StudyEvent, Verdict } from './events.ts';
import type { CrossValidated, Observation, Randomness, Received, Usage } from './messages.ts';
import type { Session, Stop } from './session.ts';

/** One execution of a trial; `ending` is `null` while it runs, or when nobody saw it end. */
export interface Attempt {
  readonly attempt: number;
  readonly purpose: Purpose;
  readonly seed: number | null;
  readonly ending: Ending | null;
  readonly seconds: number;
  readonly observations: readonly Observation[];
  readonly received: readonly Received[];
  readonly randomness: Randomness | null;
  readonly mismatches: readonly string[];
  readonly data: readonly DataFile[];
  readonly usage: Usage | null;
  readonly crossValidated: CrossValidated | null;
  /** The script's own final number beside the framework's, in words; `null` where they agree. */
  readonly disagreement: string | null;
  /** That it trained, as far as it told. */
  readonly epochs: number;
}

export interface Trial {
  readonly trial: number;
  /** Empty for the baseline: the script's own values. */
  readonly values: Point;
  readonly why: string;
  /** The winner that it simplifies; `null`: it searches. */
  readonly undoes: number | null;
  readonly attempts: readonly Attempt[];
}

/** All that is known of a study: the fold of its journal. Trial n stands at index n, the baseline at 0. */
export interface State {
  readonly goal: Goal | null;
  readonly space: Space | null;
  readonly left: readonly LeftAlone[];
  readonly trials: readonly Trial[];
  readonly verdict: Verdict | null;
  /** This target was called out of reach once: whoever goes on gets all the trials that he asks for. */
  readonly warned: boolean;
  /** The last command that took the study up; `null` before the first. */
  readonly session: (Session & { readonly stopped: Stop | null }) | null;
}

const baseline: Trial = { trial: 0, values: {}, why: 'the script as it is', undoes: null, attempts: [] };

export const emptyState: State = {
  goal: null,
  space: null,
  left: [],
  trials: [baseline],
  verdict: null,
  warned: false,
  session: null,
};

export function fold(events: readonly RecordedEvent[]): State {
  return events.reduce((state, { event }) => after(state, event), emptyState);
}

/** The state once `event` has happened. */
export function after(state: State, event: StudyEvent): State {
  switch (event.kind) {
    case 'session-started': {
      const { command, decisions, partOf } = event;
      return { ...state, session: { command, decisions, partOf, stopped: null } };
    }
    case 'session-stopped': {
      const { signal, host, boot } = event;
      return {
        ...state,
        session: state.session === null ? null : { ...state.session, stopped: { signal, host, boot } },
      };
    }
    case 'goal-set': {
      const { target, budget, repeats } = event;
      const warned = state.warned && state.goal?.target.value === target.value;
      return { ...state, goal: { target, budget, repeats }, verdict: null, warned };
    }
    case 'space-set':
      return { ...state, space: event.space, left: event.left };
    case 'trial-suggested': {
      const { trial, values, why, undoes } = event;
      return { ...state, trials: [...state.trials, { trial, values, why, undoes, attempts: [] }] };
    }
    case 'attempt-started': {
      const { attempt, purpose, seed } = event;
      const started: Attempt = {
        attempt,
        purpose,
        seed,
        ending: null,
        seconds: 0,
        observations: [],
        received: [],
        randomness: null,
        mismatches: [],
        data: [],
        usage: null,
        crossValidated: null,
        disagreement: null,
        epochs: 0,
      };
      return withTrial(state, event.trial, (trial) => ({ ...trial, attempts: [...trial.attempts, started] }));
    }
    case 'attempt-ended':
      return withTrial(state, event.trial, (trial) => ({
        ...trial,
        attempts: trial.attempts.map((attempt) =>
          attempt.attempt === event.attempt ? ended(attempt, event) : attempt,
        ),
      }));
    case 'search-ended':
      return { ...state, verdict: event.verdict, warned: state.warned || event.verdict.kind === 'impossible' };
  }
}

function ended(attempt: Attempt, event: Extract<StudyEvent, { kind: 'attempt-ended' }>): Attempt {
  const { ending, seconds, observations, received, randomness, mismatches } = event;
  const { data = [], usage = null, crossValidated = null, disagreement = null, epochs = 0 } = event;
  const told = { observations, received, randomness, mismatches, data, usage, crossValidated, disagreement, epochs };
  return { ...attempt, ending, seconds, ...told };
}

function withTrial(state: State, number: number, change: (trial: Trial) => Trial): State {
  return { ...state, trials: state.trials.map((trial) => (trial.trial === number ? change(trial) : trial)) };
}

/** The last attempt of a trial that ran for this purpose to its natural end, whatever came of it. */
export function completed(trial: Trial, purpose: Purpose['kind'], repeat = 0): Attempt | undefined {
  return trial.attempts.findLast(
    (attempt) =>
      attempt.purpose.kind === purpose &&
      isOver(attempt) &&
      (attempt.purpose.kind !== 'confirmation' || attempt.purpose.repeat === repeat),
  );
}

export function isRunning({ attempts }: Trial): boolean {
  return attempts.some(({ ending }) => ending === null);
}

export interface Running {
  readonly trial: number;
  readonly attempt: number;
  readonly purpose: Purpose;
}

/** All attempts that run, or that nobody saw end. */
export function runningAttempts({ trials }: Pick<State, 'trials'>): Running[] {
  return trials.flatMap(({ trial, attempts }) =>
    attempts.flatMap(({ attempt, purpose, ending }) => (ending === null ? [{ trial, attempt, purpose }] : [])),
  );
}

/** How often a restart after a loss is worth it: what kills a run three times will kill it again. */
const mostLosses = 3;

function isOver(attempt: Attempt): boolean {
  return (
    attempt.ending !== null &&
    attempt.ending.kind !== 'stopped' &&
    attempt.ending.kind !== 'never-started' &&
    attempt.ending.kind !== 'lost'
  );
}

/** Whether a trial vanished so often, for this purpose, that it counts as failed. */
export function givenUp(trial: Trial, purpose: Purpose['kind']): boolean {
  return (
    trial.attempts.filter((attempt) => attempt.purpose.kind === purpose && attempt.ending?.kind === 'lost').length >=
    mostLosses
  );
}
