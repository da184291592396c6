/** The state of a study that an entry of GitHub's cache holds. */
export interface EntryState {
  /** Ends with the study's hash, so that no other study can match. */
  readonly study: string;
  /** How far it is: the number of its events. */
  readonly events: number;
  /** With the models. */
  readonly whole: boolean;
}

/** What the keys of a study's entries have in common: the cache is searched by it. */
export function keyPrefix(study: string): string {
  return `${keysBegin}${study}-`;
}

export const keysBegin = 'retune-study-';

/** A key is written once: `unique`, eight hexadecimal digits, makes it one of its own. */
export function keyOf({ study, events, whole }: EntryState, unique: string): string {
  return `${keyPrefix(study)}${events}-${whole ? 'whole' : 'part'}-${unique}`;
}

/** `null`: not one of ours. */
export function stateIn(key: string): EntryState | null {
  const [, study, events, kind] = /^retune-study-(.+)-(\d+)-(whole|part)-[0-9a-f]{8}$/.exec(key) ?? [];
  return study === undefined ? null : { study, events: Number(events), whole: kind === 'whole' };
}

/** What it takes to judge an entry of GitHub's cache. */
interface Entry {
  readonly id: number;
  readonly key: string;
  readonly ref: string;
  /** Of paths and compression: entries of another version cannot be brought back by the same job. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** So long a job may take between finding an entry and having it here, in milliseconds. */
const inUse = 60 * 60 * 1000;

/** Entries that nobody brings back any more, as a newer one of the same study stands over them on the same ref. */
export function superseded<Listed extends Entry>(entries: readonly Listed[], now: number): Listed[] {
  const newestFirst = entries.toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id);
  return newestFirst.filter((one, at) => {
    const study = stateIn(one.key)?.study;
    if (study === undefined) return false;
    const over = newestFirst
      .slice(0, at)
      .findLast(
        (other) => stateIn(other.key)?.study === study && other.ref === one.ref && other.version === one.version,
      );
    return over !== undefined && now - over.createdAt > inUse;
  });
}
