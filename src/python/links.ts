import { localFiles } from './modules.ts';
import type { Import } from './names.ts';
import type { Reading } from './reading.ts';
import type { SourceFile } from './source.ts';
import { descendants, fieldOf, namedChildren } from './syntax-tree.ts';
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

/** Ties the script and its modules, as `withLocalModules` reads them, to each other. */
export function linked(readings: readonly Reading[], script: string): readonly Module[] {
  const files: readonly SourceFile[] = readings.map(({ path }) => ({ path, text: '' }));
  const means = ({ module, name }: Import, importer: string, path: string): 'module' | 'member' | null => {
    const found = localFiles(module, null, importer, script, files).some((file) => file.path === path);
    if (found) return name === null ? 'module' : 'member';
    const inside =
      name !== null && localFiles(module, name, importer, script, files).some((file) => file.path === path);
    return inside ? 'module' : null;
  };
  const modules: Module[] = [];
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
          .flatMap((module) => usesIn(module, reading.path, name, means));
        uses.set(name, found);
        return found;
      },
      definitionElsewhere: (callee) => definitionFor(callee, reading, modules, means),
      modules,
    });
  }
  return modules;
}

type Means = (each: Import, importer: string, path: string) => 'module' | 'member' | null;

function usesIn(module: Module, path: string, name: string, means: Means): readonly Place[] {
  return module.names.imports.flatMap((each): readonly Place[] => {
    const meant = means(each, module.path, path);
    if (meant === 'module') return attributesOf(localName(each, module), name, module);
    if (meant !== 'member') return [];
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
    .filter((node) => node.type === 'attribute' && node.field !== 'left' && module.textOf(node) === `${local}.${name}`)
    .map((node) => ({ node, module }));
}

/** Uses of a name that nothing in the file itself binds: `from config import *` does. */
function unbound(name: string, module: Module): readonly Place[] {
  return descendants(module.root)
    .filter((node) => node.type === 'identifier' && module.textOf(node) === name && isRead(node))
    .filter((node) => module.bindings.candidates(node).length === 0)
    .map((node) => ({ node, module }));
}

function isRead({ parent, field }: SyntaxNode): boolean {
  return field !== 'attribute' && field !== 'left' && !(parent?.type === 'keyword_argument' && field === 'name');
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

/** The function or class of one of the author's other files that a callee names. */
function definitionFor(callee: SyntaxNode, reading: Reading, modules: readonly Module[], means: Means): Place | null {
  const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const name = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : callee;
  if (name === null || (object === null && isBoundHere(callee, reading))) return null;
  const local = reading.textOf(name);
  if (object === null) return importedDefinition(local, reading, modules, means, 0);
  for (const each of reading.names.imports)
    for (const module of modules) {
      const owner = module.path !== reading.path && means(each, reading.path, module.path) === 'module';
      if (!owner || localName(each, reading) !== reading.textOf(object)) continue;
      const found = definedIn(module, local, modules, means, 0);
      if (found !== null) return found;
    }
  return null;
}

function isBoundHere(callee: SyntaxNode, { bindings }: Reading): boolean {
  return bindings.candidates(callee).some(({ kind }) => kind !== 'import');
}

const deepest = 4;

/** What `from module import name` or `from module import *` brings under this name. */
function importedDefinition(
  local: string,
  reading: Reading,
  modules: readonly Module[],
  means: Means,
  depth: number,
): Place | null {
  for (const each of reading.names.imports) {
    const all = each.name === '*';
    if (each.name === null || depth > deepest || (!all && localName(each, reading) !== local)) continue;
    for (const module of modules) {
      if (module.path === reading.path || means(each, reading.path, module.path) !== 'member') continue;
      const found = definedIn(module, all ? local : each.name, modules, means, depth);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The module-level function or class of this name, be it one that the module itself imports. */
function definedIn(
  module: Module,
  name: string,
  modules: readonly Module[],
  means: Means,
  depth: number,
): Place | null {
  const own = definitionsIn(module.root).find((node) => module.textOf(fieldOf(node, 'name') ?? node) === name);
  return own === undefined ? importedDefinition(name, module, modules, means, depth + 1) : { node: own, module };
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
