import { localFiles } from './modules.ts';
import type { Import } from './names.ts';
import type { Reading } from './reading.ts';
import type { SourceFile } from './source.ts';
import { descendants, fieldOf, isTarget, namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A node, and the file that it is in. */
export interface Place {
  readonly node: SyntaxNode;
  readonly module: Module;
}

/** A file of the program with its ties to the author's other files. */
export interface Module extends Reading {
  /** It is the script itself: nobody else calls its functions. */
  readonly entry: boolean;
  /** What stands in other files for a name of this one: `LR` behind `from config import LR`, `config.LR`. */
  usesElsewhere(name: string): readonly Place[];
  /** The function or class of another file that a callee names. */
  definitionElsewhere(callee: SyntaxNode): Place | null;
  /** All files of the program, this one included. */
  readonly modules: readonly Module[];
}

/** An import of one of the author's files, and which file it means. */
interface Tie {
  readonly each: Import;
  readonly module: Module;
  /** The file itself, or something in it. */
  readonly means: 'module' | 'member';
}

/** The imports between the files, worked out once. */
type TiesOf = (reading: Reading) => readonly Tie[];

/** Ties the script and its modules, as `withLocalModules` reads them, to each other. */
export function linked(readings: readonly Reading[], script: string): readonly Module[] {
  const files: readonly SourceFile[] = readings;
  const entry: SourceFile = readings.find(({ path }) => path === script) ?? { path: script, text: '' };
  const modules: Module[] = [];
  const ties = new Map<string, readonly Tie[]>();
  const tiesOf: TiesOf = ({ path, names }) => {
    const found =
      ties.get(path) ??
      names.imports.flatMap((each) =>
        modules.filter((module) => module.path !== path).flatMap((module) => tied(each, path, module, entry, files)),
      );
    ties.set(path, found);
    return found;
  };
  const definitions = definitionsBy(tiesOf);
  for (const reading of readings) {
    const uses = new Map<string, readonly Place[]>();
    modules.push({
      ...reading,
      entry: reading.path === script,
      usesElsewhere: (name) => {
        const known = uses.get(name);
        if (known !== undefined) return known;
        // Two modules may import each other: what is being asked for is not asked for again.
        uses.set(name, []);
        const found = modules
          .filter(({ path }) => path !== reading.path)
          .flatMap((module) => usesIn(module, reading.path, name, tiesOf));
        // A name comes by many ways where modules import all of each other.
        const once = [...new Map(found.map((place) => [place.node, place])).values()];
        uses.set(name, once);
        return once;
      },
      definitionElsewhere: (callee) => definitionFor(callee, reading, tiesOf, definitions),
      modules,
    });
  }
  return modules;
}

function tied(
  each: Import,
  importer: string,
  module: Module,
  script: SourceFile,
  files: readonly SourceFile[],
): readonly Tie[] {
  const is = (name: string | null): boolean =>
    localFiles(each.module, name, importer, script, files).some(({ path }) => path === module.path);
  if (is(null)) return [{ each, module, means: each.name === null ? 'module' : 'member' }];
  return each.name !== null && is(each.name) ? [{ each, module, means: 'module' }] : [];
}

function usesIn(module: Module, path: string, name: string, tiesOf: TiesOf): readonly Place[] {
  const here = tiesOf(module).filter((tie) => tie.module.path === path);
  return here.flatMap(({ each, means }): readonly Place[] => {
    if (means === 'module') return attributesOf(localName(each, module), name, module);
    if (each.name === '*') return [...unbound(name, module), ...module.usesElsewhere(name)];
    if (each.name !== name) return [];
    const target = importedIdentifier(each, module);
    const binding = target === null ? null : module.bindings.madeAt(target);
    const own = binding === null ? [] : module.bindings.usesOf(binding).map((node) => ({ node, module }));
    return [...own, ...(target === null ? [] : module.usesElsewhere(module.textOf(target)))];
  });
}

/** `config.LR`, where `config` is how this file calls the module. */
function attributesOf(local: string, name: string, module: Module): readonly Place[] {
  return descendants(module.root)
    .filter((node) => node.type === 'attribute' && !isTarget(node) && module.textOf(node) === `${local}.${name}`)
    .map((node) => ({ node, module }));
}

/** Uses of a name that nothing in the file itself binds: `from config import *` does. */
function unbound(name: string, module: Module): readonly Place[] {
  return descendants(module.root)
    .filter((node) => node.type === 'identifier' && module.textOf(node) === name && isRead(node))
    .filter((node) => module.bindings.candidates(node).length === 0)
    .map((node) => ({ node, module }));
}

function isRead(node: SyntaxNode): boolean {
  const { parent, field } = node;
  return field !== 'attribute' && !isTarget(node) && !(parent?.type === 'keyword_argument' && field === 'name');
}

/** How a file calls what it imports, as it writes it: `config`, `settings.config`, `c`. */
function localName(each: Import, { textOf }: Reading): string {
  const named = importedNode(each, textOf);
  const alias = named === null ? null : fieldOf(named, 'alias');
  return alias === null ? (each.name ?? each.module) : textOf(alias);
}

function importedNode({ module, name, statement }: Import, textOf: Reading['textOf']): SyntaxNode | null {
  const asked = name ?? module;
  return (
    statement.children.find((node) => node.field === 'name' && textOf(fieldOf(node, 'name') ?? node) === asked) ?? null
  );
}

function importedIdentifier(each: Import, { textOf }: Reading): SyntaxNode | null {
  const named = importedNode(each, textOf);
  return named === null ? null : (fieldOf(named, 'alias') ?? namedChildren(named)[0] ?? null);
}

/** Finds the module-level function or class of a name, be it one that the module itself imports. */
interface Definitions {
  in(module: Module, name: string): Place | null;
  importedInto(reading: Reading, name: string): Place | null;
}

function definitionsBy(tiesOf: TiesOf): Definitions {
  const known = new Map<string, Place | null>();
  const definitions: Definitions = {
    in: (module, name) => {
      const own = definitionsIn(module.root).find((node) => module.textOf(fieldOf(node, 'name') ?? node) === name);
      return own === undefined ? definitions.importedInto(module, name) : { node: own, module };
    },
    importedInto: (reading, name) => {
      const mark = `${reading.path} ${name}`;
      const answer = known.get(mark);
      if (answer !== undefined) return answer;
      // Two modules may import all of each other: what is being looked for is not looked for again.
      known.set(mark, null);
      const found = imported(reading, name);
      known.set(mark, found);
      return found;
    },
  };
  const imported = (reading: Reading, name: string): Place | null => {
    for (const { each, module, means } of tiesOf(reading)) {
      const all = each.name === '*';
      if (means !== 'member' || each.name === null || (!all && localName(each, reading) !== name)) continue;
      const found = definitions.in(module, all ? name : each.name);
      if (found !== null) return found;
    }
    return null;
  };
  return definitions;
}

/** The function or class of one of the author's other files that a callee names. */
function definitionFor(callee: SyntaxNode, reading: Reading, tiesOf: TiesOf, definitions: Definitions): Place | null {
  const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const name = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : callee;
  if (name === null || (object === null && isBoundHere(callee, reading))) return null;
  const local = reading.textOf(name);
  if (object === null) return definitions.importedInto(reading, local);
  const owner = reading.textOf(object);
  for (const { each, module, means } of tiesOf(reading)) {
    if (means !== 'module' || localName(each, reading) !== owner) continue;
    const found = definitions.in(module, local);
    if (found !== null) return found;
  }
  return null;
}

function isBoundHere(callee: SyntaxNode, { bindings }: Reading): boolean {
  return bindings.candidates(callee).some(({ kind }) => kind !== 'import');
}

/** The functions and classes at the outermost level of a module, also under `if` and `try`. */
function definitionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.flatMap((each) => {
    if (/^(function|class)_definition$/.test(each.type)) return [each];
    const inside = /^(decorated_definition|if_statement|try_statement|block|else_clause|except_clause)$/.test(
      each.type,
    );
    return inside ? definitionsIn(each) : [];
  });
}
