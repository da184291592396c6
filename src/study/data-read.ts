import { UserError } from '../errors.ts';
import type { DataFile } from './data-file.ts';
import type { State } from './state.ts';

export interface ChangedData {
  readonly before: DataFile;
  readonly now: DataFile;
  readonly trial: number;
}

/**
 * The first file that held something else in a later run than when the script ran as it is; `null`: none did. A file
 * that only one of both read tells nothing: a run may look at a part of its data.
 */
export function changedData({ trials }: Pick<State, 'trials'>): ChangedData | null {
  const [first, ...later] = trials.flatMap(({ trial, attempts }) => attempts.map(({ data }) => ({ trial, data })));
  const before = new Map(first?.data.map((file) => [file.path, file]));
  for (const { trial, data } of later) {
    for (const now of data) {
      const known = before.get(now.path);
      if (known !== undefined && known.digest !== now.digest) return { before: known, now, trial };
      before.set(now.path, now);
    }
  }
  return null;
}

/** Results on other data are other results: they are never compared with those before. */
export function refuseChangedData(state: Pick<State, 'trials'>): void {
  const changed = changedData(state);
  if (changed === null) return;
  const { before, now, trial } = changed;
  const how = before.bytes === now.bytes ? 'other content' : `${now.bytes} bytes instead of ${before.bytes}`;
  throw new UserError(
    'refused',
    'data-changed',
    `The data changed during this study: ${now.path} had ${how} when ${trial === 0 ? 'the script as it is' : `trial ${trial}`} read it, so that its result cannot be compared with those before.`,
    { help: 'Begin the study again, on the data as it is now: the same command with --fresh.' },
  );
}
