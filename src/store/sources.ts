import { existsSync, openSync, readSync, closeSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { ManifestFile } from '../packages/declared.ts';
import { distributions } from '../packages/distributions.data.ts';
import { isManifest } from '../packages/manifests.ts';
import { foldersOnPath } from '../python/modules.ts';
import type { SourceFile } from '../python/source.ts';
import type { DataMount } from '../settings/settings.ts';
import { pointerKind } from './data-pointers.ts';
import { rootOf } from './snapshot-files.ts';

/** A script as it lies on disk, with the Python files that it may import. */
export interface Sources {
  /** Absolute: the repository's root, or the script's folder where there is no repository. */
  readonly root: string;
  readonly script: SourceFile;
  readonly siblings: readonly SourceFile[];
  /** Files in which settings may stand: YAML, JSON and TOML near the script, at the root and where it runs. */
  readonly configurations: readonly SourceFile[];
  /** What says which packages the project needs: beside the script, and in the folders above it. */
  readonly manifests: readonly ManifestFile[];
  /** What stands where the script expects this data file, relative to its working directory. */
  readonly dataState: (path: string) => 'present' | 'missing' | 'pointer';
}

const mostSiblings = 200;
const mostBytes = 1 << 20;
const skipped = new Set(['node_modules', '__pycache__', 'venv', 'env', 'site-packages', 'build', 'dist']);

/** Reads a script and its Python siblings; errors name the file and, where one is near, the one that was meant. */
export async function readSources(
  path: string,
  data: readonly DataMount[],
  directory: string | null,
  within?: string,
): Promise<Sources> {
  if (!existsSync(path)) throw noSuchScript(path);
  if (!statSync(path).isFile())
    throw new UserError('mistake', 'not-a-file', `${path} is not a file.`, {
      help: 'Name the training script itself.',
    });
  // As the snapshot sees it: paths in ids, edits and orders are relative to one root.
  const folder = realpathSync(dirname(resolve(path)));
  const absolute = join(folder, basename(path));
  const root = within === undefined ? await rootOf(folder) : realpathSync(within);
  const read = (file: string): SourceFile => ({ path: relative(root, file).split(sep).join('/'), text: textOf(file) });
  const script = read(absolute);
  const beside = filesIn(folder, 2, isPython).filter((file) => file !== absolute);
  const siblings = new Set([...beside.slice(0, mostSiblings), ...importedFromAbove(script, folder, root)]);
  const work = directory === null ? folder : resolve(directory);
  const places = [folder, root, ...(isBelow(work, root) ? [work] : [])];
  const configurations = new Set(places.flatMap((place) => filesIn(place, 2, isConfiguration)));
  return {
    root,
    script,
    siblings: [...siblings]
      .filter((file) => file !== absolute)
      .slice(0, 2 * mostSiblings)
      .map(read),
    configurations: [...configurations].slice(0, mostSiblings).map(read),
    manifests: manifestsAround(folder, root).map(read),
    dataState: (name) => stateOf(name, work, data),
  };
}

/**
 * The packages of the project that a script in a folder of it imports, and those that they import:
 * `from src.models import …` in `src/train.py`.
 */
function importedFromAbove(script: SourceFile, folder: string, root: string): readonly string[] {
  // The examples of a library mean the library that is installed, unless they say where to look first.
  const says = /\bsys\.path\b/.test(script.text);
  const told = foldersOnPath(script).map((steps) => join(...steps));
  const isInstalled = (name: string): boolean => !says && Object.hasOwn(distributions, name);
  const above: string[] = [];
  for (let one = folder; one !== root && isBelow(one, root);) above.push((one = dirname(one)));
  const files = new Set<string>();
  const names = new Set(namesImported(script.text));
  // A set grows while it is walked: what a package imports is looked for too.
  for (const name of names) {
    if (isInstalled(name) || isHere(join(folder, name)) || files.size >= mostSiblings) continue;
    // `src/` is where packages lie that are installed from the repository itself.
    const homes = above.flatMap((one) => [one, join(one, 'src'), ...told.map((more) => join(one, more))]);
    const home = homes.find((one) => isHere(join(one, name)));
    if (home === undefined) continue;
    const module = join(home, `${name}.py`);
    for (const file of existsSync(module) ? [module] : filesIn(join(home, name), 3, isPython)) {
      files.add(file);
      for (const further of namesImported(textOf(file))) names.add(further);
    }
  }
  return [...files].slice(0, mostSiblings);
}

function namesImported(text: string): readonly string[] {
  return [...text.matchAll(/(?:^[ \t]*|")(?:from|import)[ \t]+(\w+)/gm)].map(([, name = '']) => name);
}

function isHere(place: string): boolean {
  return existsSync(`${place}.py`) || (existsSync(place) && statSync(place).isDirectory());
}

const largestLog = 64 << 20;

/** The text of a log; bytes that are no text stay visible as U+FFFD. */
export function readLog(path: string): string {
  const absolute = resolve(path);
  if (!existsSync(absolute)) throw noSuchScript(path);
  if (!statSync(absolute).isFile() || statSync(absolute).size > largestLog)
    throw new UserError('mistake', 'not-a-log', `${path} is no file of at most 64 MiB.`, {
      help: 'Name what a training run printed, saved as text.',
    });
  return textOf(absolute);
}

/** The text with its byte order mark, if any; bytes that are no text stay visible as U+FFFD for `program/` to refuse. */
function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

function noSuchScript(path: string): UserError {
  const folder = dirname(resolve(path));
  const near = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.py')) : [];
  const wanted = basename(path);
  const nearest = near.sort((a, b) => distance(a, wanted) - distance(b, wanted))[0];
  const help =
    nearest === undefined ? 'Give the path of the training script.' : `Did you mean ${join(dirname(path), nearest)}?`;
  return new UserError('mistake', 'no-such-script', `There is no file ${path}.`, { help });
}

/** Letters that differ as multisets: enough to put a swapped or missing letter first. */
function distance(a: string, b: string): number {
  const left = Array.from(b);
  const extra = Array.from(a).filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return extra.length + left.length;
}

/** A file name, and its size in bytes. */
type Wanted = (name: string, bytes: number) => boolean;

const isPython: Wanted = (name, bytes) => name.endsWith('.py') && bytes <= mostBytes;
// What is larger is data.
const isConfiguration: Wanted = (name, bytes) => /\.(ya?ml|json|toml)$/i.test(name) && bytes <= 1 << 16;

function filesIn(folder: string, depth: number, wanted: Wanted): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return depth > 0 && !entry.name.startsWith('.') && !skipped.has(entry.name)
        ? filesIn(path, depth - 1, wanted)
        : [];
    return entry.isFile() && wanted(entry.name, statSync(path).size) ? [path] : [];
  });
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}${sep}`);
}

function manifestsAround(folder: string, root: string): string[] {
  const above = folder === root || !folder.startsWith(`${root}${sep}`) ? [] : manifestsAround(dirname(folder), root);
  const inside = [folder, join(folder, 'requirements')].filter((one) => existsSync(one) && statSync(one).isDirectory());
  const own = inside.flatMap((one) => readdirSync(one).map((name) => join(one, name)));
  const isOne = (path: string): boolean => isManifest(relative(folder, path).split(sep).join('/'));
  return [...own.filter((path) => isOne(path) && isSmallFile(path)), ...above];
}

function isSmallFile(path: string): boolean {
  const found = statSync(path);
  return found.isFile() && found.size <= mostBytes;
}

function stateOf(name: string, work: string, data: readonly DataMount[]): 'present' | 'missing' | 'pointer' {
  const mounted = data.find(
    ({ host, inside }) => name === (inside ?? basename(host)) || name.startsWith(`${inside ?? basename(host)}/`),
  );
  const path =
    mounted === undefined
      ? isAbsolute(name)
        ? name
        : join(work, name)
      : join(mounted.host, name.slice((mounted.inside ?? basename(mounted.host)).length));
  if (!existsSync(path)) return 'missing';
  return statSync(path).isFile() && pointerKind(head(path)) !== null ? 'pointer' : 'present';
}

function head(path: string): Buffer {
  const bytes = Buffer.alloc(256);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
