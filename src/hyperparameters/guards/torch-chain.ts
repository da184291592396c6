import { calledName, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { growsInto, isSequential, layersIn, methodOf } from './torch-layers.ts';
import type { Layer } from './torch-layers.ts';

export interface Chain {
  readonly layers: readonly Layer[];
  /** Where the data flows: the `forward` method, or nothing for a `Sequential` of its own. */
  readonly forward: SyntaxNode | null;
}

/** The straight chain of layers that a layer belongs to; `null` where data branches, loops or cannot be followed. */
export function chainOf(call: SyntaxNode, reading: Reading): Chain | null {
  const model = ancestor(call, 'class_definition');
  if (model !== null) return moduleChain(model, reading);
  const list = sequentialAround(call, reading);
  return list === null ? null : { layers: layersIn(list, reading), forward: null };
}

function sequentialAround(call: SyntaxNode, reading: Reading): SyntaxNode | null {
  let outermost: SyntaxNode | null = null;
  for (let above = call.parent; above !== null; above = above.parent)
    if (above.type === 'call' && isSequential(above, reading)) outermost = above;
  return outermost ?? growsInto(call, reading);
}

function moduleChain(model: SyntaxNode, reading: Reading): Chain | null {
  const forward = methodOf(model, 'forward', reading);
  if (forward === null || branches(forward, reading)) return null;
  const kept = new Map<string, SyntaxNode>();
  for (const node of descendants(model)) {
    const left = node.type === 'assignment' ? fieldOf(node, 'left') : null;
    const right = node.type === 'assignment' ? fieldOf(node, 'right') : null;
    if (left?.type === 'attribute' && right?.type === 'call' && !isInside(node, forward))
      kept.set(reading.textOf(left), right);
  }
  const used = callsIn(forward)
    .map((call) => ({ call, made: kept.get(reading.textOf(fieldOf(call, 'function') ?? call)) }))
    .filter((each): each is { call: SyntaxNode; made: SyntaxNode } => each.made !== undefined)
    .toSorted((one, other) => one.call.end - other.call.end);
  const made = used.map((each) => each.made);
  const weighty = made.filter((each) => layersIn(each, reading).some(({ kind }) => kind !== 'plain'));
  if (new Set(weighty).size !== weighty.length) return null;
  return { layers: made.flatMap((each) => layersIn(each, reading)), forward };
}

/** Data that is added up, joined or sent around has more than one next layer. */
function branches(forward: SyntaxNode, reading: Reading): boolean {
  return descendants(forward).some((node) => {
    if (['for_statement', 'while_statement', 'if_statement', 'list_comprehension'].includes(node.type)) return true;
    if (node.type === 'call')
      return /^(cat|concat|stack|add|hstack|zeros|h0|init_hidden)$/.test(calledName(node, reading));
    const sum = node.type === 'augmented_assignment' || node.type === 'binary_operator';
    return sum && node.children.some(({ type }) => type === '+' || type === '+=') && !isNumber(node);
  });
}

function isNumber(node: SyntaxNode): boolean {
  return descendants(node).every(({ type }) => type !== 'identifier' && type !== 'attribute');
}
