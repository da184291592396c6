import { availableParallelism, totalmem } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ready } from './environments/environment.ts';
import type { Download, FetchedData } from './environments/fetch-data.ts';
import { gaussianProcess } from './search/gaussian-process/gaussian-process.ts';
import type { Optimiser } from './search/optimiser.ts';
import type { Settings } from './settings/settings.ts';
import { actionsCache, cachePlace } from './store/actions-cache.ts';
import { contentOf } from './store/data-content.ts';
import { holdsData } from './store/held-data.ts';
import { readPin, writePin } from './store/image-pin.ts';
import type { ImagePin } from './store/image-pin.ts';
import { fileJournal } from './store/journal.ts';
import { takeLease } from './store/lease.ts';
import { holderOf } from './store/lease-record.ts';
import type { Lease } from './store/lease.ts';
import { savingJournal } from './store/saving-journal.ts';
import type { Restored, SecondLevel } from './store/second-level.ts';
import { keepSnapshot, readSnapshot } from './store/snapshot.ts';
import { attemptPlace, clearStudyFolder, makeStudyFolder, studyFolder } from './store/study-folder.ts';
import type { StudyFolder } from './store/study-folder.ts';
import { earlierStudies } from './store/studies.ts';
import { studyId } from './store/study-identity.ts';
import type { StudyIdentity } from './store/study-identity.ts';
import { readStudy, writeStudy } from './store/study-record.ts';
import type { StudyRecord } from './store/study-record.ts';
import { keepWinner } from './store/winner.ts';
import type { Keepsake, KeptFiles } from './store/winner.ts';
import type { AttemptPlace, Order } from './study/order.ts';
import type { Journal, Runner } from './study/ports.ts';
import type { Machine } from './study/proof-beside.ts';
import { fold } from './study/state.ts';
import type { State } from './study/state.ts';
import { runnerOn, runShell } from './wiring/attempts.ts';
import type { ShellRun } from './wiring/attempts.ts';

export { removeOrphans } from './runners/docker/orphans.ts';
export { forgetGone } from './runners/remembered/memory.ts';
export { keysBegin, superseded } from './store/cache-entries.ts';
export { changesSince } from './store/changes.ts';
export { filesUnder } from './store/snapshot-files.ts';
export { defaultBranchOf, pinOf, readRepositoryFile, writeRepositoryFile } from './store/repository-files.ts';
export { writeSummary } from './store/winner.ts';
export { readLog, readSources } from './store/sources.ts';
export { replaceSources } from './store/replace-sources.ts';
export { isInUse } from './store/lease-record.ts';
export { noteRestart, readRestarts } from './store/restarts.ts';
export { listStudies, neverCompleted, removeStudy, sizeOnDisk, studyNamed } from './store/studies.ts';
export type { StudyEntry } from './store/studies.ts';
export type { StudyRecord } from './store/study-record.ts';

/** Absolute: the repository's `images/`, which lies beside `dist/` and `src/`. */
export const images = join(dirname(dirname(ownFile())), 'images');
/** Absolute: what runs beside a user's script. */
export const runtime = join(images, 'runtime');
/** Absolute: the command itself, for what is started again in the background. */
export const cli = join(dirname(images), 'dist', 'cli.js');
export const optimiser: Optimiser = gaussianProcess;

/** What this machine has for trainings. */
export function machine(): Machine {
  return { cores: availableParallelism(), memory: totalmem() };
}

/** A function, so that ncc does not take the path for an asset and copy `images/` into `dist/`. */
function ownFile(): string {
  return fileURLToPath(import.meta.url);
}

/** Where studies are kept beside the home; `null` where there is nothing of the kind. */
export function secondLevel(cache: Settings['cache']): SecondLevel | null {
  return cache === 'none' ? null : actionsCache(process.env, process.cwd());
}

export function journalOf({ journal }: StudyFolder): Journal {
  return fileJournal(journal);
}

/** A study with its real parts. Nothing is written before `begin`. */
export interface Study {
  readonly id: string;
  readonly folder: string;
  /** What came from another machine just now. */
  readonly restored: Restored;
  readonly journal: Journal;
  /** The commit that the snapshot is; `null` where it holds more, or there is none. */
  readonly commit: string | null;
  readonly order: Pick<Order, 'study' | 'script' | 'directory' | 'arguments'>;
  readonly take: () => Promise<Lease>;
  /** Keeps snapshot and record, where they are not kept yet. */
  readonly begin: () => Promise<void>;
  /** Removes everything but the lease. */
  readonly clear: () => Promise<void>;
  /** The image in which the study is trained from its first trial to its proof; `null` before it had one. */
  readonly image: () => Promise<ImagePin | null>;
  readonly keepImage: (pin: ImagePin) => Promise<void>;
  /** Whether the script finds what a loader would download, without downloading it. */
  readonly holds: (download: Download) => Promise<boolean>;
  readonly placeOf: (trial: number, attempt: number) => AttemptPlace;
  /** `say` is told what a person should know of how attempts are started. */
  readonly runner: (ready: Ready, fetched: readonly FetchedData[], say: (text: string) => void) => Runner;
  /** What earlier studies of the same script came to, the newest first. */
  readonly earlier: () => Promise<readonly State[]>;
  readonly keep: (keepsake: Keepsake) => Promise<KeptFiles>;
  /** Declared data. */
  readonly data: Settings['data'];
  /** Runs a shell script where attempts run, but without our runtime. @returns its exit code. */
  readonly shell: (ready: Ready, fetched: readonly FetchedData[], script: ShellRun) => Promise<number | null>;
}

/** Finds the study of a script under these settings: the same question, the same study. */
export async function openStudy(script: string, settings: Settings, environmentHash: string): Promise<Study> {
  const without = [settings.home, join(process.cwd(), cachePlace)];
  const snapshot = await readSnapshot({ script, without });
  const directory =
    settings.directory === null ? dirname(snapshot.script) : relative(snapshot.root, settings.directory);
  const identity = {
    script: snapshot.script,
    snapshotHash: snapshot.hash,
    directory: directory === '.' ? '' : directory.split(sep).join('/'),
    arguments: settings.arguments,
    data: settings.data,
    dataContent: await contentOf(settings.data),
    environmentHash,
    metric: { name: settings.metric, direction: settings.direction },
    tune: settings.tune,
    keep: settings.keep,
  };
  const folder = studyFolder(settings.home, studyId(identity));
  const level = secondLevel(settings.cache);
  const restored =
    level === null || (await holderOf(folder.lease)) !== null ? nothingNewer : await level.restore(folder);
  const { root, commit, ref, dirty } = snapshot;
  return studyIn(folder, { ...identity, root: snapshot.root, commit, dirty }, settings, restored, async () => {
    await makeStudyFolder(folder);
    await keepSnapshot(snapshot, folder.source);
    if ((await readStudy(folder)) === null)
      await writeStudy(folder, { v: 1, id: folder.id, ...identity, root, commit, ref, dirty, createdAt: Date.now() });
  });
}

/** A study as its own folder tells it, wherever its script is now. */
export function reopenStudy(folder: StudyFolder, record: StudyRecord, settings: Settings): Study {
  return studyIn(folder, record, settings, nothingNewer, async () => {
    await makeStudyFolder(folder);
    if ((await readStudy(folder)) === null) await writeStudy(folder, record);
  });
}

const nothingNewer: Restored = { kind: 'nothing-newer' };

type StudyOrigin = StudyIdentity & Pick<StudyRecord, 'root' | 'commit' | 'dirty'>;

function studyIn(
  folder: StudyFolder,
  { root, script, directory, arguments: given, commit, dirty, environmentHash, dataContent }: StudyOrigin,
  settings: Settings,
  restored: Restored,
  begin: Study['begin'],
): Study {
  const { id } = folder;
  const at = { study: id, source: folder.source, directory, environmentHash, dataContent, settings, runtime };
  const journal = fileJournal(folder.journal);
  const level = secondLevel(settings.cache);
  return {
    id,
    folder: folder.root,
    commit: dirty ? null : commit,
    restored,
    journal: level === null ? journal : savingJournal(journal, () => level.save(folder, { whole: false })),
    order: { study: id, script, directory, arguments: given },
    take: () => takeLease(folder.lease, { study: id }),
    begin,
    clear: () => clearStudyFolder(folder),
    image: () => readPin(folder),
    keepImage: (pin) => writePin(folder, pin),
    holds: async ({ loader, folder: wanted }) =>
      wanted !== null &&
      (await holdsData({ source: folder.source, directory, data: settings.data }, loader, wanted.path)),
    placeOf: (trial, attempt) => attemptPlace(folder, trial, attempt),
    runner: (ready, fetched, say) => runnerOn({ ...at, ready, fetched, say }),
    earlier: async () => {
      const folders = await earlierStudies(settings.home, { id, root, script });
      // A hint only: damage in another study is told by the command that opens that one.
      const journals = folders.map((each) => fileJournal(each.journal).read());
      return (await Promise.allSettled(journals)).flatMap((read) =>
        read.status === 'fulfilled' ? [fold(read.value)] : [],
      );
    },
    keep: (keepsake) => keepWinner(folder, keepsake),
    data: settings.data,
    shell: (ready, fetched, shell) => runShell(shell, { ...at, ready, fetched }),
  };
}
