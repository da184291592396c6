import { ancestor, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';
import { usesOf } from './given.ts';

/** `EPOCHS = 10`, `a = b = 10`, `a, b = 10, 20`: at module level a constant, elsewhere a local. */
export const assignment: Finder = {
  name: 'assignment',
  form: ({ node }) => (ancestor(node, 'function_definition', 'lambda') === null ? 'constant' : 'local'),
  follow: (carried) => {
    const targets = targetsOf(carried.node);
    if (targets.length === 0) return null;
    return targets.flatMap((target) => usesOf(target, carried));
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
