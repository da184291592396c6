import { goneWith } from '../hyperparameters/composition.ts';
import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import { arrived } from '../hyperparameters/read-back.ts';
import { rewrite } from '../hyperparameters/rewrite.ts';
import { selects } from '../hyperparameters/selection.ts';
import type { Point } from '../search/space.ts';
import type { SourceFile } from '../python/source.ts';
import { refuseChangedData } from './data-read.ts';
import { decide } from './decide.ts';
import type { Command, Rules } from './command.ts';
import { hasToldEnough } from './enough-told.ts';
import type { Purpose, StudyEvent } from './events.ts';
import type { Message, Observation, Received } from './messages.ts';
import type { AttemptPlace, Order, Watch } from './order.ts';
import type { Journal, Runner } from './ports.ts';
import { searchSpaceOf } from './search-space.ts';
import type { Choice } from './search-space.ts';
import { after, completed, fold } from './state.ts';
import type { State, Trial } from './state.ts';

/** Everything the loop needs; the real parts come from `wiring.ts`. */
export interface Parts {
  readonly journal: Journal;
  readonly runner: Runner;
  readonly rules: Rules;
  readonly choice: Choice;
  /** The program's files as the author wrote them, and the tunable places in them. */
  readonly files: readonly SourceFile[];
  readonly hyperparameters: readonly Hyperparameter[];
  /** What every order of this study has in common. */
  readonly order: Pick<Order, 'study' | 'fence' | 'script' | 'directory' | 'arguments'>;
  /** Seconds for one attempt, learnt from the baseline's own (`null` before it has run). */
  readonly limit: (baselineSeconds: number | null) => number | null;
  readonly placeOf: (trial: number, attempt: number) => AttemptPlace;
  readonly see: (happening: Happening) => void;
  readonly interrupted: AbortSignal;
}

/** What a person who watches is told. */
export type Happening =
  | { readonly kind: 'event'; readonly event: StudyEvent; readonly at: number }
  | { readonly kind: 'message'; readonly message: Message };

/** The only loop: asks what to do, does it, records it, until nothing is left or it is interrupted. */
export async function runStudy(parts: Parts): Promise<State> {
  let state = fold(await parts.journal.read());
  for (;;) {
    if (parts.interrupted.aborted) return state;
    refuseChangedData(state);
    const command = decide(state, parts.rules);
    if (command.kind === 'rest') return state;
    for await (const event of perform(command, state, parts)) {
      const { at } = await parts.journal.append(event);
      state = after(state, event);
      parts.see({ kind: 'event', event, at });
    }
  }
}

async function* perform(
  command: Exclude<Command, { kind: 'rest' }>,
  state: State,
  parts: Parts,
): AsyncGenerator<StudyEvent> {
  switch (command.kind) {
    case 'suggest':
      yield {
        kind: 'trial-suggested',
        trial: command.trial,
        values: command.values,
        why: command.why,
        undoes: command.undoes,
      };
      return;
    case 'set-space': {
      const received = (state.trials[0] && completed(state.trials[0], 'baseline'))?.received ?? [];
      yield { kind: 'space-set', ...searchSpaceOf(parts.hyperparameters, received, parts.choice) };
      return;
    }
    case 'start': {
      // Recorded before it starts: a crash in between leaves an attempt that `follow` revokes, never one that nobody knows.
      const { trial, attempt, purpose, seed } = command;
      yield { kind: 'attempt-started', trial, attempt, purpose, seed };
      const values = state.trials[trial]?.values ?? {};
      const { edited, watch } = await edit(values, parts);
      await parts.runner.start(parts.placeOf(trial, attempt), orderOf(command, state, watch, parts), edited);
      if (purpose.kind === 'baseline' && mayMiss(state, parts)) parts.runner.getReady(parts.order);
      yield await follow(command, values, purpose, state, parts);
      return;
    }
    case 'follow':
      yield await follow(command, state.trials[command.trial]?.values ?? {}, purposeOf(command, state), state, parts);
      return;
    case 'end':
      yield { kind: 'search-ended', verdict: command.verdict };
  }
}

/** Whether a search follows when the baseline, which runs now, misses. */
function mayMiss({ goal }: State, { rules }: Parts): boolean {
  return rules.stage !== 'baseline' && goal !== null && goal.target.value !== null && goal.budget.trials > 0;
}

async function edit(
  values: Point,
  { files, hyperparameters }: Parts,
): Promise<{ edited: readonly SourceFile[]; watch: Watch[] }> {
  const { files: edited, places } = await rewrite(files, hyperparameters, values);
  const watch = [...places].map(([id, place]) => ({ id, ...place }));
  return { edited, watch };
}

function orderOf(
  command: Extract<Command, { kind: 'start' }>,
  state: State,
  watch: readonly Watch[],
  parts: Parts,
): Order {
  const { trial, attempt, seed, purpose } = command;
  const dry = purpose.kind === 'dry-build';
  const steers = dry || purpose.kind === 'search';
  const usual = baselineSeconds(state.trials[0]);
  const limit = parts.limit(usual);
  return {
    v: 1,
    ...parts.order,
    trial,
    attempt,
    seed,
    limits: { seconds: dry ? limitOfDryBuild(limit, usual) : limit, epochs: null },
    watch,
    warm: steers,
    saveModel: !steers,
    dry,
  };
}

/** A training that no hook sees runs on: it must not cost a trial of its own. */
function limitOfDryBuild(limit: number | null, usual: number | null): number | null {
  return usual === null ? limit : Math.min(limit ?? Infinity, usual / 2);
}

function baselineSeconds(baseline: Trial | undefined): number | null {
  return (baseline && completed(baseline, 'baseline'))?.seconds ?? null;
}

/** Follows an attempt to its end and tells what came of it. An interruption stops it first. */
async function follow(
  { trial, attempt }: { readonly trial: number; readonly attempt: number },
  values: Point,
  purpose: Purpose | undefined,
  { goal, trials }: State,
  parts: Parts,
): Promise<StudyEvent> {
  const place = parts.placeOf(trial, attempt);
  const stop = (): void => void parts.runner.stop(place);
  parts.interrupted.addEventListener('abort', stop, { once: true });
  if (parts.interrupted.aborted) stop();
  const messages: Message[] = [];
  let asked = purpose?.kind !== 'search' || goal === null;
  const ending = await parts.runner.follow(place, (message) => {
    messages.push(message);
    parts.see({ kind: 'message', message });
    if (asked || goal === null || !hasToldEnough(messages, trials[0], goal.target)) return;
    asked = true;
    // It would only have saved time: a training that cannot be asked runs on.
    parts.runner.endTraining(place).catch(() => undefined);
  });
  parts.interrupted.removeEventListener('abort', stop);
  await parts.runner.clean(place);
  const received = messages.filter((message) => message.kind === 'received');
  const data = messages.findLast((message) => message.kind === 'data')?.files;
  // A dry build ends before all values have had their turn.
  const judged = purpose?.kind !== 'dry-build' && (ending.kind === 'finished' || ending.kind === 'failed');
  return {
    kind: 'attempt-ended',
    trial,
    attempt,
    ending,
    seconds: messages.at(-1)?.t ?? 0,
    observations: lastOfEach(messages.filter((message) => message.kind === 'metric')),
    received,
    randomness: messages.findLast((message) => message.kind === 'randomness') ?? null,
    mismatches: judged ? mismatchesOf(values, received, parts) : [],
    ...(data === undefined ? {} : { data }),
  };
}

function purposeOf({ trial, attempt }: Extract<Command, { kind: 'follow' }>, { trials }: State): Purpose | undefined {
  return trials[trial]?.attempts.find((one) => one.attempt === attempt)?.purpose;
}

/** Every final value, and the last epoch of every curve: the whole curve stays in the attempt's `events.jsonl`. */
function lastOfEach(observations: readonly Observation[]): Observation[] {
  const sameCurve = (a: Observation, b: Observation): boolean =>
    b.epoch !== null && a.name === b.name && a.split === b.split && a.source === b.source;
  return observations.filter(
    (one, index) => one.epoch === null || !observations.slice(index + 1).some((later) => sameCurve(one, later)),
  );
}

/** Changed values that the run did not hold, or that no witness saw though they were not asked for by name. */
function mismatchesOf(values: Point, received: readonly Received[], { hyperparameters, choice }: Parts): string[] {
  const gone = goneWith(hyperparameters, values);
  return hyperparameters.flatMap((hyperparameter) => {
    if (gone.has(hyperparameter.id)) return [];
    const expected = values[hyperparameter.id];
    if (expected === undefined || expected === hyperparameter.value) return [];
    const seen = received.findLast(({ id }) => id === hyperparameter.id);
    if (seen === undefined)
      return selects(choice.tune, hyperparameter)
        ? []
        : [`${hyperparameter.name} = ${String(expected)} was not seen to arrive`];
    const verdict = arrived(hyperparameter, expected, seen);
    return verdict === true ? [] : [verdict];
  });
}
