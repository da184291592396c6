import { localFiles } from '../python/modules.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** A function or class of the author's own. */
export interface Definition {
  readonly node: SyntaxNode;
  readonly reading: Reading;
}

/** The author's own functions and classes, across the script and the modules of its own. */
export interface LocalNames {
  definitionOf(callee: SyntaxNode, reading: Reading): Definition | null;
  /** The method that is called on a class of the author's, on `self`, or on what such a class made. */
  methodOf(callee: SyntaxNode, reading: Reading): Definition | null;
  /** The canonical names from which a class of the author's inherits, through classes of his own. */
  basesOf(definition: Definition): readonly string[];
}

const deepest = 6;

export function localNamesOf(readings: readonly [Reading, ...Reading[]]): LocalNames {
  const [script] = readings;
  const defined = new Map(readings.map((reading) => [reading, definitionsIn(reading)] as const));

  const definitionOf = (callee: SyntaxNode, reading: Reading): Definition | null => {
    if (callee.type === 'identifier') {
      const own = reading.bindings.candidates(callee).findLast(({ kind }) => kind === 'definition');
      if (own !== undefined) return { node: own.statement, reading };
    }
    const canonical = reading.names.canonical(callee);
    if (canonical === null || !/^[\w.]+$/.test(canonical)) return null;
    const name = canonical.split('.').at(-1) ?? '';
    const module = canonical.slice(0, Math.max(0, canonical.length - name.length - 1));
    const everything = reading.names.imports.filter((one) => one.name === '*').map((one) => one.module);
    const modules = everything.includes(module) ? everything : [module];
    for (const one of modules) {
      const [file] = localFiles(one, null, reading.path, script.path, readings);
      const home = file === undefined ? undefined : readings.find(({ path }) => path === file.path);
      const node = home === undefined ? undefined : defined.get(home)?.get(name);
      if (home !== undefined && node !== undefined) return { node, reading: home };
    }
    return null;
  };

  /** The author's class that an expression stands for: its name, `self`, or an object that it made. */
  const classOf = (object: SyntaxNode, reading: Reading): Definition | null => {
    const around = reading.textOf(object) === 'self' ? ancestor(object, 'class_definition') : null;
    if (around !== null) return { node: around, reading };
    const made = object.type === 'identifier' ? (reading.bindings.candidates(object).at(-1)?.value ?? null) : object;
    const maker = made?.type === 'call' ? fieldOf(made, 'function') : object;
    const found = maker === null ? null : definitionOf(maker, reading);
    return found?.node.type === 'class_definition' ? found : null;
  };

  const methodOf = (callee: SyntaxNode, reading: Reading): Definition | null => {
    const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
    const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    const home = object === null ? null : classOf(object, reading);
    if (home === null || method === null) return null;
    const node = methodsIn(home).get(reading.textOf(method));
    return node === undefined ? null : { node, reading: home.reading };
  };

  const bases = ({ node, reading }: Definition, depth: number): readonly string[] => {
    const list = fieldOf(node, 'superclasses');
    if (list === null || depth > deepest) return [];
    return namedChildren(list)
      .filter(({ type }) => type !== 'keyword_argument')
      .flatMap((parent) => {
        const own = definitionOf(parent, reading);
        if (own !== null) return own.node === node ? [] : bases(own, depth + 1);
        const canonical = reading.names.canonical(parent);
        return canonical === null ? [] : [canonical];
      });
  };

  return { definitionOf, methodOf, basesOf: (definition) => bases(definition, 0) };
}

function methodsIn({ node, reading }: Definition): ReadonlyMap<string, SyntaxNode> {
  const body = fieldOf(node, 'body');
  const inside = body === null ? [] : namedChildren(body);
  const plain = inside.map((one) => (one.type === 'decorated_definition' ? (fieldOf(one, 'definition') ?? one) : one));
  return new Map(
    plain.flatMap((one) => {
      const name = one.type === 'function_definition' ? fieldOf(one, 'name') : null;
      return name === null ? [] : [[reading.textOf(name), one] as const];
    }),
  );
}

/** What a module defines at its outermost level, also under `if` and `try`. */
function definitionsIn({ root, textOf }: Reading): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const pending = [...namedChildren(root)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = fieldOf(node, 'name');
    if (node.type === 'function_definition' || node.type === 'class_definition') {
      if (name !== null && !found.has(textOf(name))) found.set(textOf(name), node);
    } else if (/^(decorated_definition|if_statement|try_statement|block|else_clause|except_clause)$/.test(node.type))
      pending.push(...namedChildren(node));
  }
  return found;
}
