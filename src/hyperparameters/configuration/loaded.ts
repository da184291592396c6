import { calledName, callsIn, slotOf } from '../../python/calls.ts';
import { linked } from '../../python/links.ts';
import type { Module } from '../../python/links.ts';
import { withLocalModules } from '../../python/modules.ts';
import { readLiteral } from '../../python/literals.ts';
import type { SourceFile } from '../../python/source.ts';
import { descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { neverRuns } from '../dead-code.ts';
import { flagsOf, usesOfArgument } from '../finders/argument-parser.ts';
import type { Carried } from '../finders/finder.ts';
import { usesOf } from '../finders/given.ts';
import { flowFrom } from '../flow.ts';
import { givenFor } from '../given-arguments.ts';
import { formatOf } from './format-of.ts';
import { composedByHydra } from './hydra.ts';
import { loadsConfiguration, openings } from './opening.ts';

/** A configuration file, and the expressions of the program that hold the whole of it. */
export interface Loaded {
  readonly file: SourceFile;
  readonly starts: readonly Carried[];
}

/** Which configuration files a program reads: from the file's name, as it is written, to the call that loads it. */
export function loadedFiles(
  modules: readonly Module[],
  files: readonly SourceFile[],
  given: readonly string[],
): readonly Loaded[] {
  const configurations = files.filter(({ path }) => formatOf(path) !== null);
  if (configurations.length === 0) return [];
  const starts = new Map<SourceFile, Carried[]>();
  for (const { path, module, carried } of modules.flatMap((each) => [...named(each, given), ...composed(each)])) {
    const file = fileAt(path, module.path, configurations);
    if (file === null) continue;
    starts.set(file, [
      ...(starts.get(file) ?? []),
      ...(carried.kind === 'whole' ? carried.places : loadsOf(carried.path)),
    ]);
  }
  return [...starts].map(([file, each]) => ({ file, starts: each })).filter((each) => each.starts.length > 0);
}

/** The paths of the configuration files that a script reads as it stands. */
export async function configurationsOf(
  script: SourceFile,
  siblings: readonly SourceFile[],
  configurations: readonly SourceFile[],
): Promise<readonly string[]> {
  if (configurations.length === 0) return [];
  const readings = await withLocalModules(script, siblings);
  return loadedFiles(linked(readings, script.path), configurations, []).map(({ file }) => file.path);
}

interface Mention {
  readonly path: string;
  readonly module: Module;
  /** Expressions that hold the file's name, or already what is in it. */
  readonly carried:
    | { readonly kind: 'path'; readonly path: readonly Carried[] }
    | { readonly kind: 'whole'; readonly places: readonly Carried[] };
}

/** File names that are written in the code, or given on the command line instead of one that is. */
function named(module: Module, given: readonly string[]): readonly Mention[] {
  const written = descendants(module.root).flatMap((node): Mention[] => {
    const value = node.type === 'string' ? readLiteral(module.textOf(node))?.value : null;
    if (typeof value !== 'string' || formatOf(value) === null) return [];
    if (givenFor(flagsOf(node, module), given) !== null) return [];
    return [{ path: value, module, carried: { kind: 'path', path: [start(node, module)] } }];
  });
  const asked = callsIn(module.root).flatMap((call): Mention[] => {
    if (calledName(call, module) !== 'add_argument') return [];
    const flag = descendants(call).find((node) => node.type === 'string' && slotOf(node, module)?.call === call);
    const path = flag === undefined ? null : givenFor(flagsOf(flag, module), given);
    if (path === null || formatOf(path) === null) return [];
    const uses = usesOfArgument(call, start(call, module)).flatMap((step) =>
      step.kind === 'on' ? [step.carried] : [],
    );
    return [{ path, module, carried: { kind: 'path', path: uses } }];
  });
  return [...written, ...asked];
}

function composed(module: Module): readonly Mention[] {
  return composedByHydra(module).map(({ path, parameter }) => ({
    path,
    module,
    carried: { kind: 'whole', places: usesOf(parameter, start(parameter, module)).map(({ carried }) => carried) },
  }));
}

function start(node: SyntaxNode, module: Module): Carried {
  return { node, module, keys: [], exact: true };
}

function loadsOf(paths: readonly Carried[]): readonly Carried[] {
  return flowFrom(paths, openings)
    .arrivals.filter(({ call, module }) => loadsConfiguration(call, module) && !neverRuns(call, module))
    .map(({ call, module }) => start(call, module));
}

/** The file that a path means: beside the module, from the root, or the only one that it may be the end of. */
function fileAt(path: string, from: string, files: readonly SourceFile[]): SourceFile | null {
  const folder = from.split('/').slice(0, -1);
  const exact = [folder, []]
    .map((base) => joined([...base, ...path.split('/')]))
    .map((wanted) => files.find((file) => file.path === wanted))
    .find((file) => file !== undefined);
  if (exact !== undefined) return exact;
  const end = joined(path.split('/'));
  const [only, ...others] = files.filter((file) => file.path === end || file.path.endsWith(`/${end}`));
  return only === undefined || others.length > 0 ? null : only;
}

function joined(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return kept.join('/');
}
