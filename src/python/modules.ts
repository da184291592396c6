import type { Reading } from './reading.ts';
import { readPython } from './reading.ts';
import type { SourceFile } from './source.ts';

/** The script and those of the other files that it imports, directly or through each other. */
export async function withLocalModules(
  script: SourceFile,
  others: readonly SourceFile[],
): Promise<readonly [Reading, ...Reading[]]> {
  const first = await readPython(script);
  const readings: [Reading, ...Reading[]] = [first];
  const seen = new Set([script.path]);
  for (const reading of readings)
    for (const { module, name } of reading.names.imports)
      for (const file of localFiles(module, name, reading.path, script, others)) {
        if (seen.has(file.path)) continue;
        seen.add(file.path);
        readings.push(await readPython(file));
      }
  return readings;
}

/** The files of ours that an import names: found beside the script, or beside the importer by dots. */
export function localFiles(
  module: string,
  name: string | null,
  importer: string,
  script: SourceFile,
  others: readonly SourceFile[],
): readonly SourceFile[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const start = dots === 0 ? folderOf(script.path) : upwards(folderOf(importer), dots - 1);
  const steps = module.slice(dots).split('.').filter(Boolean);
  // Beside the script, else in a folder above it or in its `src`: the project may be on the path, or be installed.
  const above = start.map((_, index) => upwards(start, index + 1));
  const told = foldersOnPath(script);
  const put = [start, ...above].flatMap((folder) => told.map((more) => [...folder, ...more]));
  const starts = dots > 0 ? [start] : [start, ...put, ...above.flatMap((folder) => [folder, [...folder, 'src']])];
  for (const from of starts) {
    const address = [...from, ...steps];
    const wanted = [address, ...(name === null ? [] : [[...address, name]])].map((parts) => parts.join('/'));
    const found = others.filter(({ path }) =>
      wanted.some((each) => path === `${each}.py` || path === `${each}/__init__.py`),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether an import means a file or folder of the author's own, even one that is not at hand. */
export function isLocal(module: string, importer: string, script: SourceFile, others: readonly SourceFile[]): boolean {
  if (module.startsWith('.')) return true;
  const [root = ''] = module.split('.');
  const address = [...folderOf(script.path), root].join('/');
  const found = others.some(({ path }) => path === `${address}.py` || path.startsWith(`${address}/`));
  return found || localFiles(module, null, importer, script, others).length > 0;
}

// In a notebook the end of a line is written as `\n`.
const onPath = /\bsys\.path\.(?:append|insert|extend)\((.{0,200}?)(?:\\n|$)/gm;

const folders = new WeakMap<SourceFile, readonly (readonly string[])[]>();

/**
 * The folders that a script puts on the path, `sys.path.append('/content/drive/project/modules')`: where the
 * author's project lies is not known here, so every end of a path may be one, the longest first.
 */
export function foldersOnPath(script: SourceFile): readonly (readonly string[])[] {
  const known = folders.get(script);
  if (known !== undefined) return known;
  const found = script.text.includes('sys.path') ? [...script.text.matchAll(onPath)].flatMap(endsOf) : [];
  folders.set(script, found);
  return found;
}

function endsOf([, given = '']: RegExpExecArray): readonly (readonly string[])[] {
  const strings = [...given.matchAll(/(['"])(.*?)\1/g)].map(([, , path = '']) => path);
  const steps = strings.flatMap((path) => path.split(/[\\/]/)).filter((step) => !/^\.*$/.test(step));
  return steps.map((_, index) => steps.slice(index));
}

function folderOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

function upwards(folder: readonly string[], steps: number): readonly string[] {
  return folder.slice(0, Math.max(0, folder.length - steps));
}
