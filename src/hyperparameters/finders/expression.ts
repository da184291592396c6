import { calledName, argumentsOf, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';

/** `(64)`, `units * 2`: a part of an expression; what was computed is no longer the value itself. */
export const expression: Finder = {
  name: 'expression',
  // The literal in `units * 2` is the author's arithmetic, not a hyper-parameter.
  form: ({ node, module }) => {
    if (isCount(node, module) || node.parent?.type === 'parenthesized_expression') return 'positional';
    return node.parent?.type === 'conditional_expression' && node.parent.children.at(-1) === node ? 'default' : null;
  },
  follow: (carried) => {
    const { parent } = carried.node;
    if (parent === null || carried.keys.length > 0) return null;
    // `float(sys.argv[1]) if given else 0.5`: the one or the other, unchanged.
    if (parent.type === 'conditional_expression' && parent.children[2] !== carried.node)
      return [{ kind: 'on', carried: { ...carried, node: parent } }];
    if (parent.type === 'parenthesized_expression' || isCount(carried.node, carried.module))
      return [{ kind: 'on', carried: { ...carried, node: parent } }];
    if (parent.type !== 'binary_operator' && parent.type !== 'unary_operator') return null;
    // What is squared, `nn.Linear(128 * side ** 2, 1)`, is the side of a picture and no width.
    if (parent.type === 'binary_operator' && isSquared(carried.node, carried.module)) return [];
    const divides = carried.divides === true || isDivisor(carried.node);
    return [{ kind: 'on', carried: { ...carried, node: parent, exact: false, divides } }];
  },
};

/** `side ** 2`, `side * side` */
function isSquared(node: SyntaxNode, { textOf }: Reading): boolean {
  const { parent } = node;
  const operator = parent === null ? null : fieldOf(parent, 'operator')?.type;
  if (operator === '**') return node.field === 'left';
  const other = operator === '*' ? parent?.children.find((child) => child.named && child !== node) : undefined;
  return other !== undefined && textOf(other) === textOf(node);
}

function isDivisor({ parent, field }: SyntaxNode): boolean {
  return (
    parent?.type === 'binary_operator' && field === 'right' && /^\/\/?$/.test(fieldOf(parent, 'operator')?.type ?? '')
  );
}

/** `range(start, start + 40)`, `range(1, 40 + 1)`: how often the loop runs. */
function isCount(node: SyntaxNode, reading: Reading): boolean {
  const sum = node.parent;
  if (sum?.type !== 'binary_operator' || fieldOf(sum, 'operator')?.type !== '+') return false;
  const slot = slotOf(sum, reading);
  if (slot?.position !== 1 || calledName(slot.call, reading) !== 'range') return false;
  const [start] = argumentsOf(slot.call);
  const other = sum.children.find((child) => child.named && child !== node);
  return start !== undefined && other !== undefined && reading.textOf(other) === reading.textOf(start);
}
