import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { decodeJson, fields, integer, list, oneOf, text } from '../decode.ts';
import { UserError } from '../errors.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { StudyFolder } from './study-folder.ts';

/** What of a study goes to another machine. The manifest stands beside the files and is written last. */
interface Manifest {
  readonly v: 1;
  readonly study: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

const manifestDecoder = fields({
  v: oneOf(1),
  study: text(200),
  files: list(fields({ path: text(4096), bytes: integer(0), sha256: text(64) }), 200_000),
});

/**
 * An allow-list. Not in it: the lease and claims, which mean processes of this machine; the snapshot and working
 * copies, which a checkout of the commit brings again; whatever else may come to lie there.
 */
const kept: readonly { readonly path: RegExp; readonly model: boolean }[] = [
  { path: /^(study\.json|image\.json|journal\.jsonl)$/, model: false },
  { path: /^trials\/\d+\/attempts\/\d+\/(order\.json|events\.jsonl|output\.log)$/, model: false },
  { path: /^trials\/\d+\/attempts\/\d+\/model\//, model: true },
];
/** Folders that can hold such a file. In the others trainings make and remove files while we look. */
const walked = /^(?:|trials(?:\/\d+(?:\/attempts(?:\/\d+(?:\/model(?:\/.*)?)?)?)?)?)$/;

export interface Packed {
  readonly bytes: number;
  /** Left out because there was no room for them. */
  readonly leftOut: readonly string[];
}

/** Puts the files of a study, with a manifest, into an empty folder. Models go only where there is room, smallest first. */
export async function packStudy(
  study: StudyFolder,
  into: string,
  { whole, most }: { readonly whole: boolean; readonly most: number },
): Promise<Packed> {
  const found = (await filesIn(study.root, '')).flatMap((path) =>
    kept.filter((rule) => rule.path.test(path)).map(({ model }) => ({ path, model })),
  );
  const wanted = found.filter(({ model }) => whole || !model);
  const sized = await Promise.all(
    wanted.map(async (file) => ({ ...file, bytes: (await stat(join(study.root, file.path))).size })),
  );
  const leftOut: string[] = [];
  const files: Manifest['files'][number][] = [];
  let room = most;
  for (const { path, model, bytes } of sized.sort((a, b) => Number(a.model) - Number(b.model) || a.bytes - b.bytes)) {
    if (bytes > room) {
      leftOut.push(path);
      continue;
    }
    room -= bytes;
    await place(join(study.root, path), join(into, path), model);
    files.push({ path, ...(await digest(join(into, path))) });
  }
  await writeDurably(join(into, 'manifest.json'), `${JSON.stringify({ v: 1, study: study.id, files })}\n`);
  return { bytes: most - room, leftOut };
}

/**
 * Brings the packed files into the study's folder, the journal last: with it the study is there. Refuses a pack that
 * is not whole or not of this study, and keeps a journal that the packed one does not continue.
 */
export async function unpackStudy(from: string, study: StudyFolder): Promise<'brought' | 'other-history'> {
  const manifest = await checked(from, study);
  const packed = await readFile(join(from, 'journal.jsonl'));
  const own = await readFile(study.journal).catch(nothingThere);
  // A last line that was torn by a crash is not part of the history.
  const history = own.subarray(0, own.lastIndexOf('\n') + 1);
  if (!packed.subarray(0, history.length).equals(history)) return 'other-history';
  for (const { path } of manifest.files) {
    if (path === 'journal.jsonl') continue;
    const to = join(study.root, path);
    if (await isThere(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(from, path), `${to}.tmp-${process.pid}`);
    await rename(`${to}.tmp-${process.pid}`, to);
  }
  await writeDurably(study.journal, packed);
  return 'brought';
}

async function checked(from: string, study: StudyFolder): Promise<Manifest> {
  const decoded = decodeJson(manifestDecoder, await readFile(join(from, 'manifest.json'), 'utf8').catch(() => ''));
  if (!decoded.ok) throw damaged(study, `its list of files cannot be read (${decoded.problem})`);
  const { value: manifest } = decoded;
  if (manifest.study !== study.id) throw damaged(study, `it is of another study, ${manifest.study}`);
  for (const { path, bytes, sha256 } of manifest.files) {
    if (!kept.some((rule) => rule.path.test(path)) || path.split('/').includes('..'))
      throw damaged(study, `it holds ${path}, which does not belong to a study`);
    const is = await digest(join(from, path)).catch(() => null);
    if (is?.bytes !== bytes || is.sha256 !== sha256) throw damaged(study, `${path} is not what was kept`);
  }
  if (!manifest.files.some(({ path }) => path === 'journal.jsonl')) throw damaged(study, 'it has no journal');
  return manifest;
}

function damaged({ id }: StudyFolder, why: string): UserError {
  return new UserError('machine', 'kept-study-damaged', `What the cache holds of study ${id} is not used: ${why}.`, {
    help: 'Delete the entry in the list of caches of the repository; the study then starts again from its baseline.',
  });
}

/** What still grows is copied; what is finished may be the same file under a second name. */
async function place(from: string, to: string, finished: boolean): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if (!finished) {
    await copyFile(from, to);
    return;
  }
  await link(from, to).catch(() => copyFile(from, to));
}

async function digest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/** Paths relative to the root, with `/`. */
async function filesIn(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const paths = await Promise.all(
    entries.map(async (entry) => {
      const path = posix.join(below, entry.name);
      if (entry.isFile()) return [path];
      return entry.isDirectory() && walked.test(path) ? await filesIn(root, path) : [];
    }),
  );
  return paths.flat();
}

function nothingThere(error: unknown): Buffer {
  if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
  throw error;
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes a folder empty, in a place that git does not see. */
export async function emptyFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
}
