import { goneWith } from '../hyperparameters/composition.ts';
import { arrived } from '../hyperparameters/read-back.ts';
import { selects } from '../hyperparameters/selection.ts';
import type { Point } from '../search/space.ts';
import { hasToldEnough } from './enough-told.ts';
import { epochsTrained } from './epochs-trained.ts';
import type { StudyEvent } from './events.ts';
import type { Message, Observation, Received, Usage } from './messages.ts';
import type { Parts } from './parts.ts';
import type { Running, State } from './state.ts';

export type AttemptEnded = Extract<StudyEvent, { kind: 'attempt-ended' }>;

/** Follows an attempt to its end and tells what came of it. An interruption stops it first. */
export async function follow(
  { trial, attempt, purpose }: Running,
  { goal, trials }: State,
  parts: Parts,
): Promise<AttemptEnded> {
  const place = parts.placeOf(trial, attempt);
  const stop = (): void => void parts.runner.stop(place);
  parts.interrupted.addEventListener('abort', stop, { once: true });
  if (parts.interrupted.aborted) stop();
  const messages: Message[] = [];
  let asked = purpose.kind !== 'search' || goal === null;
  const ending = await parts.runner.follow(place, (message) => {
    messages.push(message);
    parts.see({ kind: 'message', trial, attempt, message });
    if (asked || goal === null || !hasToldEnough(messages, trials[0], goal.target)) return;
    asked = true;
    // It would only have saved time: a training that cannot be asked runs on.
    parts.runner.endTraining(place).catch(() => undefined);
  });
  parts.interrupted.removeEventListener('abort', stop);
  await parts.runner.clean(place);
  const received = messages.filter((message) => message.kind === 'received');
  const data = messages.findLast((message) => message.kind === 'data')?.files;
  const usage = messages.findLast((message) => message.kind === 'usage');
  const folds = messages.findLast((message) => message.kind === 'cross-validated');
  const disagreement = messages.find((message) => message.kind === 'warning' && message.code === 'metrics-disagree');
  const epochs = epochsTrained(messages);
  // A dry build ends before all values have had their turn.
  const judged = purpose.kind !== 'dry-build' && (ending.kind === 'finished' || ending.kind === 'failed');
  return {
    kind: 'attempt-ended',
    trial,
    attempt,
    ending,
    seconds: messages.at(-1)?.t ?? 0,
    observations: lastOfEach(messages.filter((message) => message.kind === 'metric')),
    received,
    randomness: messages.findLast((message) => message.kind === 'randomness') ?? null,
    mismatches: judged ? mismatchesOf(trials[trial]?.values ?? {}, received, parts) : [],
    ...(data === undefined ? {} : { data }),
    ...(usage === undefined ? {} : { usage: usageOf(usage) }),
    ...(folds === undefined ? {} : { crossValidated: { name: folds.name, values: folds.values, rows: folds.rows } }),
    ...(disagreement?.kind === 'warning' ? { disagreement: disagreement.text } : {}),
    ...(epochs === 0 ? {} : { epochs }),
  };
}

function usageOf({ cpu, main, memory, accelerator }: Usage): Usage {
  return { cpu, main, memory, accelerator };
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
