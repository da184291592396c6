import { argumentsOf, calledName } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, descendants, fieldOf, isInside, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { isSame, plain, termsOf } from './same-expression.ts';

/**
 * The subscript that cuts one batch of the value's size out of the data: `x[i * size : (i + 1) * size]`, and
 * `x[start : start + size]` where `start` goes on by the size; a name for each end does as well.
 */
export function cutBy(node: SyntaxNode, module: Module): SyntaxNode | null {
  const operation = outermost(node);
  // `table[row : row + 1]` is one row as a table; a window over a sequence is its length.
  if (operation === node || /^[1-3]$/.test(module.textOf(node)) || sequence.test(module.textOf(node))) return null;
  for (const end of [operation, ...namesOf(operation, module)]) {
    const slice = sliceAt(end);
    if (slice?.parent != null && isCut(slice, node, module) && !isListed(slice)) return slice.parent;
  }
  return null;
}

/** What stretches of a text or a series are called: their length belongs to the data. */
export const sequence = /seq|len|window|block|bptt|look_?back|time|context|lag/i;

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
function isListed(slice: SyntaxNode): boolean {
  return ancestor(slice, 'list_comprehension', 'generator_expression') !== null;
}

/** Two ends that are the size apart, at the next place each time, and no step. */
function isCut(slice: SyntaxNode, size: SyntaxNode, module: Module): boolean {
  const [from, to, ...more] = namedChildren(slice);
  if (from === undefined || to === undefined || more.length > 0) return false;
  const [start, end] = [valueOf(from, module), valueOf(to, module)];
  const [counted, next] = [countOf(start, size, module), countOf(end, size, module)];
  // `[i * size : (i + 1) * size]`, `[(i - 1) * size : i * size]`
  if (counted !== null && next !== null)
    return isOneMore(counted, next, module) && (varies(counted, slice, module) || varies(next, slice, module));
  const terms = termsOf(end, '+', module);
  const rest = terms?.find((term) => isSame(term, from, module) || isSame(term, start, module));
  const other = rest === undefined ? undefined : terms?.find((term) => term !== rest);
  if (other === undefined || !isSame(other, size, module)) return false;
  return counted === null ? goesOnBy(from, size, slice, module) : varies(counted, slice, module);
}

/** What stands there, behind a name, in brackets, or as what `min(…)` may cut. */
function valueOf(node: SyntaxNode, module: Module): SyntaxNode {
  const value = node.type === 'identifier' ? module.bindings.reaching(node)?.value : null;
  const inner = plain(value ?? node);
  const least = inner.type === 'call' && calledName(inner, module) === 'min' ? argumentsOf(inner)[0] : undefined;
  return least === undefined ? inner : plain(least);
}

/** `i` of `i * size`. */
function countOf(product: SyntaxNode, size: SyntaxNode, module: Module): SyntaxNode | null {
  const factors = termsOf(product, '*', module);
  const own = factors?.find((factor) => isSame(factor, size, module));
  return (own === undefined ? undefined : factors?.find((factor) => factor !== own)) ?? null;
}

/** Whether the second is the first and one. */
function isOneMore(first: SyntaxNode, second: SyntaxNode, module: Module): boolean {
  const one = (node: SyntaxNode): boolean => module.textOf(node) === '1';
  const above = termsOf(second, '+', module);
  if (above?.some(one) === true && above.some((term) => isSame(term, first, module))) return true;
  const below = termsOf(first, '-', module);
  return below !== null && one(below[1]) && isSame(below[0], second, module);
}

/** Whether a name in it changes in a loop around, or is given to the function: `x[2 * size : 3 * size]` is a fixed place. */
function varies(count: SyntaxNode, slice: SyntaxNode, { textOf, bindings }: Module): boolean {
  const names = descendants(count).filter(({ type }) => type === 'identifier');
  const loops = loopsAround(slice);
  return names.some(
    (name) =>
      bindings.reaching(name)?.kind === 'parameter' ||
      loops.some((loop) =>
        descendants(loop).some((node) => {
          const left = fieldOf(node, 'left');
          return left !== null && descendants(left).some((part) => textOf(part) === textOf(name));
        }),
      ),
  );
}

function loopsAround(node: SyntaxNode): readonly SyntaxNode[] {
  const loop = ancestor(node, 'for_statement', 'while_statement');
  return loop === null ? [] : [loop, ...loopsAround(loop)];
}

/** `for start in range(0, rows, size)`, `start += size`, `start = end`: the next batch begins where this one ends. */
function goesOnBy(start: SyntaxNode, size: SyntaxNode, slice: SyntaxNode, module: Module): boolean {
  const { textOf } = module;
  const around = ancestor(slice, 'for_statement', 'while_statement', 'function_definition');
  if (around === null) return false;
  const name = textOf(start);
  const [, to] = namedChildren(slice);
  return descendants(ancestor(around, 'function_definition', 'module') ?? around).some((node) => {
    const left = fieldOf(node, 'left');
    const right = fieldOf(node, 'right');
    if (left === null || right === null || textOf(left) !== name) return false;
    if (node.type === 'for_statement') return isInside(slice, node) && stepOf(right, module, size);
    if (node.type === 'augmented_assignment')
      return textOf(node.children[1] ?? node) === '+=' && isSame(right, size, module);
    return node.type === 'assignment' && to !== undefined && isSame(right, to, module);
  });
}

/** `range(0, rows, size)`, be it inside `tqdm(…)`. */
function stepOf(over: SyntaxNode, module: Module, size: SyntaxNode): boolean {
  return descendants(over).some((call) => {
    const step = call.type === 'call' ? argumentsOf(call)[2] : undefined;
    return step !== undefined && /^a?range$|^trange$/.test(calledName(call, module)) && isSame(step, size, module);
  });
}
