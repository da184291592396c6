import { definitionNamed, methodIn, methodNamed } from '../python/calls-everywhere.ts';
import type { Module, Place } from '../python/links.ts';
import { fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/**
 * The author's own function or class that a callee names, in whichever file. Of several that a name may stand for, the
 * last: what a script does is asked here, not what one value becomes.
 */
export function ownDefinition(callee: SyntaxNode, module: Module): Place | null {
  const found = definitionNamed(callee, module);
  if (found !== null || callee.type !== 'identifier') return found;
  const last = module.bindings.candidates(callee).findLast(({ kind }) => kind === 'definition');
  return last === undefined ? null : { node: last.statement, module };
}

/** The method that is called on a class of the author's, on `self`, or on what such a class made. */
export function ownMethod(callee: SyntaxNode, module: Module): Place | null {
  const known = methodNamed(callee, module);
  const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
  if (known !== null || object === null || method === null) return known;
  const home = likelyClass(object, module);
  const node = home === null ? null : methodIn(home, module.textOf(method));
  return node === null || home === null ? null : { node, module: home.module };
}

/** The class itself, or the one that made what the name held last. */
function likelyClass(object: SyntaxNode, module: Module): Place | null {
  const made = object.type === 'identifier' ? (module.bindings.candidates(object).at(-1)?.value ?? null) : object;
  const maker = made?.type === 'call' ? fieldOf(made, 'function') : object;
  const found = maker === null ? null : ownDefinition(maker, module);
  return found?.node.type === 'class_definition' ? found : null;
}

const deepest = 6;

/** The canonical names from which a class of the author's inherits, through classes of his own. */
export function basesOf(place: Place): readonly string[] {
  return ancestryOf(place).flatMap((own) =>
    parentsOf(own).flatMap((parent) => {
      const canonical = ownDefinition(parent, own.module) === null ? own.module.names.canonical(parent) : null;
      return canonical === null ? [] : [canonical];
    }),
  );
}

/** A class of the author's, and those of his own from which it inherits. */
export function ancestryOf(place: Place, depth = 0): readonly Place[] {
  if (depth > deepest) return [];
  const parents = parentsOf(place).flatMap((parent) => {
    const own = ownDefinition(parent, place.module);
    return own === null || own.node === place.node ? [] : ancestryOf(own, depth + 1);
  });
  return [place, ...parents];
}

function parentsOf({ node }: Place): readonly SyntaxNode[] {
  const list = fieldOf(node, 'superclasses');
  return list === null ? [] : namedChildren(list).filter(({ type }) => type !== 'keyword_argument');
}
