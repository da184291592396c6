import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { Module } from '../../python/links.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Finder, Step } from './finder.ts';
import { usesOf } from './given.ts';

/** `EPOCHS = 10`, `a = b = 10`, `a, b = 10, 20`: at module level a constant, elsewhere a local. */
export const assignment: Finder = {
  name: 'assignment',
  form: ({ node }) => (ancestor(node, 'function_definition', 'lambda') === null ? 'constant' : 'local'),
  follow: (carried) => {
    const targets = targetsOf(carried.node);
    if (targets.length === 0) return null;
    return targets.flatMap((target) => [...usesOf(target, carried), ...scaledUses(target, carried)]);
  },
};

/** The names that an expression is assigned to, as one whole. */
function targetsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = node;
  if (parent === null) return [];
  if (parent.type === 'assignment' && node.field === 'right') {
    const left = fieldOf(parent, 'left');
    return [...(left?.type === 'identifier' ? [left] : []), ...targetsOf(parent)];
  }
  const together = parent.type === 'expression_list' || parent.type === 'tuple';
  const outer = parent.parent;
  if (!together || outer?.type !== 'assignment' || parent.field !== 'right') return [];
  const left = fieldOf(outer, 'left');
  const names = left === null || left.type === 'identifier' ? [] : namedChildren(left);
  const name = names.length === namedChildren(parent).length ? names[namedChildren(parent).indexOf(node)] : undefined;
  return name?.type === 'identifier' ? [name] : [];
}

/** `filters = 16`, then `filters *= 2`: on to the uses that have it or a multiple of it. */
function scaledUses(target: SyntaxNode, carried: Carried): readonly Step[] {
  const { bindings, root, textOf } = carried.module;
  const binding = bindings.madeAt(target);
  if (binding === null || !scaledNames(carried.module).has(textOf(target))) return [];
  const uses = descendants(ancestor(target, 'function_definition', 'lambda') ?? root).filter(
    (node) => node.type === 'identifier' && node.field !== 'left' && textOf(node) === textOf(target),
  );
  return uses.flatMap((node): readonly Step[] => {
    if (bindings.reaching(node) !== null) return [];
    const [first, ...others] = bindings.candidates(node);
    const multiplied = others.length > 0 && others.every(({ statement }) => scales(statement, carried.module));
    return first === binding && multiplied ? [{ kind: 'on', carried: { ...carried, node, exact: false } }] : [];
  });
}

const known = new WeakMap<SyntaxNode, ReadonlySet<string>>();

/** The names of a file that are multiplied in place: few, and every assignment asks. */
function scaledNames(module: Module): ReadonlySet<string> {
  const { root, textOf } = module;
  const names =
    known.get(root) ??
    new Set(
      descendants(root)
        .filter((node) => scales(node, module))
        .map(left),
    );
  known.set(root, names);
  return names;

  function left(node: SyntaxNode): string {
    return textOf(fieldOf(node, 'left') ?? node);
  }
}

function scales(node: SyntaxNode, { textOf }: Module): boolean {
  return node.type === 'augmented_assignment' && /^(\*|\/|\/\/)=$/.test(textOf(node.children[1] ?? node));
}
