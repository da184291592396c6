import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Module } from '../../python/links.ts';
import { cutBy } from './batch-slice.ts';
import type { Carried, Finder, Step } from './finder.ts';

/**
 * A value that arrives in a statement of the author's own: `w -= 0.1 * gradient`, where it is the size of the step,
 * `while step < 60000:`, where it ends the training, and the like.
 */
export const statement: Finder = {
  name: 'statement',
  form: ({ node }) => (ancestor(node, 'function_definition', 'lambda') === null ? 'constant' : 'local'),
  follow: (carried) => {
    if (!carried.exact || carried.keys.length > 0) return null;
    for (const [keyword, find] of statements) {
      const found = find(carried.node, carried.module);
      if (found !== null) return arrives(carried, found, keyword);
    }
    return null;
  },
};

const statements: readonly (readonly [string, (node: SyntaxNode, module: Module) => SyntaxNode | null])[] = [
  ['steps', limitedBy],
  ['rate', steppedBy],
  ['rate', rateSetBy],
  ['discount', discountedBy],
  ['batch', cutBy],
];

function arrives(carried: Carried, call: SyntaxNode, keyword: string): readonly Step[] {
  return [{ kind: 'arrival', arrival: { ...carried, call, keyword, position: null } }];
}

/** The loop that goes on while a counter is below the value. */
function limitedBy(node: SyntaxNode, { textOf }: Module): SyntaxNode | null {
  const { parent } = node;
  if (parent?.type !== 'comparison_operator' || parent.field !== 'condition' || parent.children.at(-1) !== node)
    return null;
  const counter = parent.children[0];
  const counts = counter !== undefined && /step|iter|epoch|episode|frame|count|\bt\b|\bi\b/i.test(textOf(counter));
  return counts && /^<=?$/.test(textOf(parent.children[1] ?? parent)) && parent.parent?.type === 'while_statement'
    ? parent.parent
    : null;
}

/** `for group in optimizer.param_groups: group['lr'] = rate`: what an optimiser is told between its steps. */
function rateSetBy({ parent, field }: SyntaxNode, { textOf, bindings }: Module): SyntaxNode | null {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  const group = left?.type === 'subscript' ? fieldOf(left, 'value') : null;
  if (left === null || group === null || !/^\[\s*['"]lr['"]\s*\]$/.test(textOf({ start: group.end, end: left.end })))
    return null;
  const loop =
    group.type === 'identifier' ? ancestor(bindings.candidates(group).at(-1)?.node ?? group, 'for_statement') : null;
  const groups = loop === null ? group : fieldOf(loop, 'right');
  return groups !== null && /\.param_groups\b/.test(textOf(groups)) ? parent : null;
}

const reward = /^(self\.)?(\w+_)?(r|rew|rewards?)(_\w{1,6}|\[.*\])?$/i;

/** `reward + gamma * following * (1 - done)`: how much of what comes later an action is worth. */
function discountedBy(node: SyntaxNode, { textOf }: Module): SyntaxNode | null {
  let product = node;
  for (let around = node.parent; around !== null && isFactor(around); around = around.parent) product = around;
  const sum = product.parent;
  if (product === node || sum === null || operatorOf(sum) !== '+') return null;
  const other = sum.children.find((child) => child.named && child !== product);
  return other !== undefined && reward.test(textOf(other)) ? sum : null;
}

function isFactor(node: SyntaxNode): boolean {
  return operatorOf(node) === '*' || node.type === 'parenthesized_expression';
}

function operatorOf(node: SyntaxNode): string | null {
  return node.type === 'binary_operator' ? (fieldOf(node, 'operator')?.type ?? null) : null;
}

const named = /(^|[._])(lr|learning_?rate|eta|alpha|step_?size)$/i;
const gradient = /grad|\bchange\b|\bd_?[wWbB]\w*\b|delta|\berr(or)?s?\b|slope|derivative|\.T\b/;
const accumulated = /err|loss|cost|sum|total|acc|count|mean|avg|score|reg|reward|running|moment|veloc/i;
const decays = /mom|beta|gamma|decay|rho|\bmu\b|lambda|reg|eps/i;

/** The statement that moves weights by a multiple of the value along a gradient. */
export function steppedBy(node: SyntaxNode, { textOf }: Module): SyntaxNode | null {
  const product = node.parent;
  if (product?.type !== 'binary_operator' || fieldOf(product, 'operator')?.type !== '*') return null;
  const other = product.children.find((child) => child.named && child !== node);
  if (other === undefined || !(gradient.test(textOf(product)) || named.test(textOf(node))) || decays.test(textOf(node)))
    return null;
  if (descendants(other).some(({ type }) => type === '**')) return null;
  let whole: SyntaxNode = product;
  while (whole.parent !== null && /^(binary_operator|parenthesized_expression|unary_operator)$/.test(whole.parent.type))
    whole = whole.parent;
  // `eta * gradient * 2 / rows`: the rate is the one that is called so.
  const isNumber = /^(integer|float)$/.test(node.type);
  if (isNumber && descendants(whole).some((part) => part.type === 'identifier' && named.test(textOf(part))))
    return null;
  const moved = whole.parent;
  const left = moved === null ? null : fieldOf(moved, 'left');
  if (moved === null || left === null || whole.field !== 'right' || accumulated.test(textOf(left))) return null;
  if (moved.type === 'augmented_assignment') return /^[-+]=$/.test(textOf(moved.children[1] ?? moved)) ? moved : null;
  const text = textOf(whole);
  const itself = text.startsWith(textOf(left)) && /^\s*[-+]/.test(text.slice(textOf(left).length));
  return moved.type === 'assignment' && itself ? moved : null;
}
