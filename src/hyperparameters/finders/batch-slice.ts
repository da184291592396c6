import { calledName, slotOf } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/**
 * The subscript that cuts one batch of the value's size out of the data: `x[i * size : (i + 1) * size]`,
 * `x[start : start + size]`, and the same with a name for each end.
 */
export function cutBy(node: SyntaxNode, module: Module): SyntaxNode | null {
  const operation = outermost(node);
  // `table[row : row + 1]` is one row as a table.
  if (operation === node || /^[1-3]$/.test(module.textOf(node))) return null;
  for (const end of [operation, ...namesOf(operation, module)]) {
    const slice = sliceAt(end);
    if (slice !== null && isCut(slice, node, module) && !isSummary(slice, module)) return slice.parent;
  }
  return null;
}

/** The sums and products that a value is part of, as a whole. */
function outermost(node: SyntaxNode): SyntaxNode {
  let whole = node;
  while (whole.parent !== null && /^(binary_operator|parenthesized_expression)$/.test(whole.parent.type))
    whole = whole.parent;
  return whole;
}

/** Where a name for it is read. */
function namesOf({ parent, field }: SyntaxNode, { bindings }: Module): readonly SyntaxNode[] {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  const binding = left === null ? null : bindings.madeAt(left);
  return binding === null ? [] : bindings.usesOf(binding);
}

/** The slice whose end an expression is, be it the first of a tuple or within `min(…)`. */
function sliceAt(end: SyntaxNode): SyntaxNode | null {
  const { parent } = end;
  if (parent?.type === 'slice') return parent;
  const call = parent?.type === 'argument_list' ? parent.parent : null;
  return call?.parent?.type === 'slice' ? call.parent : null;
}

/** `[mean(scores[i : i + n]) for i in …]` looks back at what was, and is no batch. */
function isSummary(slice: SyntaxNode, module: Module): boolean {
  const slot = slice.parent === null ? null : slotOf(slice.parent, module);
  const told =
    slot !== null && /^(mean|sum|average|max|min|std|median|print|plot)$/.test(calledName(slot.call, module));
  return told || ancestor(slice, 'list_comprehension', 'generator_expression') !== null;
}

/** Two ends that are the size apart, and no step. */
function isCut(slice: SyntaxNode, size: SyntaxNode, { textOf, bindings }: Module): boolean {
  const [from, to, ...more] = namedChildren(slice);
  if (from === undefined || to === undefined || more.length > 0) return false;
  const whole = (end: SyntaxNode): string => {
    const value = end.type === 'identifier' ? (bindings.reaching(end)?.value ?? null) : null;
    return value === null ? plain(end) : `${plain(end)} ${plain(value)}`;
  };
  const plain = (end: SyntaxNode): string => textOf(end).replaceAll(/[\s()]/g, '');
  const word = plain(size);
  const start = plain(from);
  return whole(to).includes(`${start}+${word}`) || (isMultiple(whole(from), word) && isMultiple(whole(to), word));
}

/** `i*size` for some count of batches; `2*size` would be a fixed place. */
function isMultiple(expression: string, size: string): boolean {
  return (
    expression.split(' ').some((each) => each.includes(`*${size}`) || each.startsWith(`${size}*`)) &&
    /[A-Za-z_]/.test(expression.replaceAll(size, ''))
  );
}
