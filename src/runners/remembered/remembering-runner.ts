import { readFile } from 'node:fs/promises';
import { decodeJson, fields, list } from '../../decode.ts';
import type { Decoder } from '../../decode.ts';
import { writeDurably } from '../../machine/write-durably.ts';
import type { SourceFile } from '../../python/source.ts';
import type { DataRead } from '../../study/data-file.ts';
import type { Message } from '../../study/messages.ts';
import type { AttemptPlace, Order, Watch } from '../../study/order.ts';
import type { Runner } from '../../study/ports.ts';
import { filesOf } from '../attempt-files.ts';
import { eventsFile } from '../events-file.ts';
import { textOf } from './ground.ts';
import type { Ground } from './ground.ts';
import { copyAttempt } from './memory.ts';
import type { Memory } from './memory.ts';
import { isTaken, noteTraining, noteOf } from './training-note.ts';
import { isSameData, isTold } from './same-data.ts';
import { trainingKey, treeOf } from './training-key.ts';
import type { Tree } from './training-key.ts';

export interface Remembering {
  readonly memory: Memory;
  /** The study's read-only snapshot. */
  readonly source: string;
  readonly ground: Ground;
  /** Whether files that a run has read lie in this machine's own file system, to be compared. */
  readonly seesFiles: boolean;
  /** Whether an earlier attempt may stand in; what runs is remembered in any case. */
  readonly recalls: boolean;
  readonly say: (text: string) => void;
}

/**
 * A runner that does not train the same twice. A complete attempt (baseline or proof) whose files, arguments, seed,
 * environment and data are those of an earlier one, be it of another study, takes over what that one left: the push of a
 * merged pull request knows its accuracy at once.
 */
export function rememberingRunner(runner: Runner, options: Remembering): Runner {
  const { memory, seesFiles } = options;
  let known: Promise<readonly [Tree, string]> | null = null;
  const keyOf = async (order: Order, edited: readonly SourceFile[]): Promise<string> => {
    known ??= Promise.all([treeOf(options.source), textOf(options.ground)]);
    const [tree, ground] = await known;
    return trainingKey(tree, edited, order, ground);
  };
  /** Attempts whose end this process has seen: folder → key. */
  const finished = new Map<string, string>();

  const stoodIn = async (key: string, place: AttemptPlace, order: Order): Promise<AttemptPlace | null> => {
    const before = options.recalls ? await memory.recall(key) : null;
    if (before === null || before.folder === place.folder) return null;
    if (!(await readsBack(before.folder, order.watch))) return null;
    const told = await messagesIn(before.folder);
    // A baseline that is lucky by a seed nobody set must not be its own proof.
    if (before.study === place.study && !isRepeatable(told)) return null;
    const read = dataRead(told);
    if (read === null || (seesFiles && !(await isSameData(read.files)))) return null;
    return (await copyAttempt(before.folder, place.folder)) ? before : null;
  };

  return {
    ...runner,

    async start(place, order, edited) {
      if (!isComplete(order)) {
        await runner.start(place, order, edited);
        return;
      }
      const key = await keyOf(order, edited);
      const before = await stoodIn(key, place, order);
      if (before === null) {
        await runner.start(place, order, edited);
        await noteTraining(place.folder, { key, takenFrom: null });
        return;
      }
      const { study, trial, attempt } = before;
      await writeDurably(filesOf(place.folder).order, `${JSON.stringify(order)}\n`);
      // Last: without it the attempt never began.
      await noteTraining(place.folder, { key, takenFrom: { study, trial, attempt } });
      // That a proof begins with the baseline's own run needs no word.
      if (study === place.study) return;
      options.say(
        `Trial ${place.trial} was trained before, with the same files, data, environment and seed (study ${study}, trial ${trial}): its result is taken over. --fresh trains it again.`,
      );
    },

    async follow(place, see) {
      const note = await noteOf(place.folder);
      if (note === null) return await runner.follow(place, see);
      if (note.takenFrom !== null) {
        await replay(place.folder, see);
        return { kind: 'finished', takenFrom: note.takenFrom };
      }
      const heard: Message[] = [];
      const ending = await runner.follow(place, (message) => {
        if (message.kind === 'data' || message.kind === 'usage') heard.push(message);
        see(message);
      });
      const read = dataRead(heard);
      if (ending.kind === 'finished' && read !== null && isTold(read)) finished.set(place.folder, note.key);
      return ending;
    },

    async stop(place) {
      if (!(await isTaken(place))) await runner.stop(place);
    },

    async clean(place) {
      if (await isTaken(place)) return;
      await runner.clean(place);
      // Only now is all in the folder that is worth keeping.
      const key = finished.get(place.folder);
      if (key !== undefined) await memory.remember(key, place);
    },
  };
}

/** Search runs may be forked or end early, dry builds do: they are no results. */
function isComplete({ warm, dry, saveModel }: Order): boolean {
  return saveModel && !warm && !dry;
}

/** `null`: the run never came to where it tells what it read. Its last word is `usage`, also where it read nothing. */
function dataRead(messages: readonly Message[]): DataRead | null {
  if (!messages.some(({ kind }) => kind === 'usage')) return null;
  return messages.findLast((message) => message.kind === 'data') ?? { files: [], count: 0, bytes: 0, remote: false };
}

/** Whether nothing in the training is random: then the same run tells the same. */
function isRepeatable(messages: readonly Message[]): boolean {
  return messages.findLast((message) => message.kind === 'randomness')?.sources.length === 0;
}

async function messagesIn(folder: string): Promise<readonly Message[]> {
  const messages: Message[] = [];
  await replay(folder, (message) => messages.push(message));
  return messages;
}

/** All messages of an attempt that is over. */
async function replay(folder: string, see: (message: Message) => void): Promise<void> {
  const { events } = filesOf(folder);
  const problem = await eventsFile(events).readOn(see);
  if (problem !== null) throw new Error(`${events}:${problem.line}: ${problem.problem}`);
}

/** Whether the earlier attempt was watched at every place that matters now. */
async function readsBack(folder: string, watch: readonly Watch[]): Promise<boolean> {
  const json = await readFile(filesOf(folder).order, 'utf8').catch(() => null);
  const decoded = json === null ? null : decodeJson(fields({ watch: list(anything, 100_000) }), json);
  if (decoded?.ok !== true) return false;
  const watched = new Set(decoded.value.watch.map((one) => JSON.stringify(one)));
  return watch.every((one) => watched.has(JSON.stringify(one)));
}

const anything: Decoder<unknown> = (value) => value;
