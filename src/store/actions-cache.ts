import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { writeDurably } from '../machine/write-durably.ts';
import { readJournal } from './journal-lines.ts';
import { keyOf, keyPrefix, stateIn } from './cache-entries.ts';
import { withAnswer } from './lookup-answer.ts';
import type { Restored, Saved, SecondLevel } from './second-level.ts';
import { emptyFolder, packStudy, unpackStudy } from './study-archive.ts';
import type { StudyFolder } from './study-folder.ts';

/**
 * The archive's place, relative to the workspace. The cache takes the literal text for a part of the key: it must be
 * the same on every machine. What a killed job left there belongs to no snapshot.
 */
export const cachePlace = '.retune-cache';
/** GitHub keeps 10 GB for a repository: one study must not push all others out. */
const most = 1 << 30;

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub's cache, where we run as a step of a workflow; else `null`. Only this file knows its client. */
export function actionsCache(env: Environment, directory: string): SecondLevel | null {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: address } = env;
  // The client archives relative to the workspace, and looks for files relative to the current directory.
  if (token === undefined || (results ?? address) === undefined || env.GITHUB_WORKSPACE !== directory) return null;
  const work = join(directory, cachePlace);
  return {
    restore: (study) => inside(work, () => restore(study, work)),
    save: (study, { whole }) => inside(work, () => save(study, work, whole)),
  };
}

async function restore(study: StudyFolder, work: string): Promise<Restored> {
  const cache = await client();
  const here = await eventsOf(study.journal);
  const { newest, answered } = await lookUp(study);
  if (!answered) return { kind: 'no-answer' };
  if (newest === undefined || (stateIn(newest)?.events ?? -1) <= here) return { kind: 'nothing-newer' };
  await emptyFolder(work);
  // The client keeps its errors to itself. To go on without what is there would be to begin again in silence.
  if ((await cache.restoreCache([cachePlace], newest)) === undefined) throw notBrought(study, newest);
  if ((await unpackStudy(join(work, 'study'), study)) !== 'brought') return { kind: 'nothing-newer' };
  return { kind: 'brought', events: await eventsOf(study.journal) };
}

/** The key of the newest entry of a study. */
async function lookUp(study: StudyFolder): Promise<{ newest: string | undefined; answered: boolean }> {
  const cache = await client();
  const { said: newest, answered } = await withAnswer(() =>
    cache.restoreCache([cachePlace], keyPrefix(study.id), [], { lookupOnly: true }),
  );
  return { newest, answered };
}

async function save(study: StudyFolder, work: string, whole: boolean): Promise<Saved> {
  const cache = await client();
  const events = await eventsOf(study.journal);
  const { newest, answered } = await lookUp(study);
  // The newest entry is the one that is restored: an older state must not come to stand over it.
  if (!answered) return { kind: 'failed', why: 'the cache does not answer' };
  const known = newest === undefined ? null : stateIn(newest);
  if (known !== null && (known.events > events || (known.events === events && (known.whole || !whole))))
    return { kind: 'kept-already' };
  await emptyFolder(join(work, 'study'));
  await writeDurably(join(work, '.gitignore'), '*\n');
  const { bytes, leftOut } = await packStudy(study, join(work, 'study'), { whole, most });
  const packed = await eventsOf(join(work, 'study', 'journal.jsonl'));
  const key = keyOf({ study: study.id, events: packed, whole }, randomUUID().slice(0, 8));
  // A failed save answers −1 and stays green; also a success is only believed when the entry is there.
  const id = await cache.saveCache([cachePlace], key);
  if (id === -1) return { kind: 'failed', why: 'the cache took no entry (it may be read-only for this event)' };
  const there = await cache.restoreCache([cachePlace], key, [], { lookupOnly: true });
  if (there !== key) return { kind: 'failed', why: 'the entry cannot be found again' };
  return { kind: 'saved', bytes, leftOut };
}

function notBrought({ id }: StudyFolder, key: string): UserError {
  return new UserError(
    'machine',
    'cache',
    `GitHub's cache holds study ${id} further on, but it could not be brought here.`,
    {
      help: `Run the job again. If that does not help, delete the entry ${key}, or give cache: none; the study then goes on without it.`,
    },
  );
}

/** How far a journal is: the number of its events; 0 where there is none, or where it cannot be read. */
async function eventsOf(journal: string): Promise<number> {
  const content = readJournal(await readFile(journal).catch(() => Buffer.alloc(0)));
  return 'events' in content ? content.events.length : 0;
}

async function inside<T>(work: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function client(): Promise<typeof import('@actions/cache')> {
  return await import('@actions/cache');
}
