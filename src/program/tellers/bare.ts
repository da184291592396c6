import { argumentsOf } from '../../python/calls.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { toldByName } from './told.ts';
import type { Told } from './told.ts';

/** Told in many lines of a training, where they are no result. */
const steering = ['loss', 'error', 'perplexity', 'log_loss'];

/** `print(acc)`, `print((predicted == y).mean())`: no word, but the code says what it is (the runtime's `bare_prints.py`). */
export function printedBare(fact: CallFact): readonly Told[] {
  const [value, ...others] = argumentsOf(fact.call);
  if (fact.name !== 'print' || value === undefined || others.length > 0) return [];
  const inner = unwrapped(value, fact);
  const bound = inner.type === 'identifier' ? (fact.reading.bindings.reaching(inner)?.value ?? inner) : inner;
  const name = inner.type === 'attribute' ? fieldOf(inner, 'attribute') : inner;
  const byName = name?.type === 'identifier' ? toldByName(fact, fact.reading.textOf(name), 'printed') : [];
  const told = byName.filter(({ kind }) => !steering.includes(kind.name));
  if (told.length > 0 || byName.length > 0) return told;
  return isShareOfHits(bound, fact) ? toldByName(fact, 'accuracy', 'printed') : [];
}

/** `acc` of `round(acc, 3)` and `acc * 100`. */
function unwrapped(node: SyntaxNode, fact: CallFact): SyntaxNode {
  const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
  const [first] = node.type === 'call' ? argumentsOf(node) : [];
  if (callee !== null && first !== undefined && /^(round|float|str)$/.test(fact.reading.textOf(callee)))
    return unwrapped(first, fact);
  const sides = node.type === 'binary_operator' ? [fieldOf(node, 'left'), fieldOf(node, 'right')] : [];
  const [side, ...more] = sides.filter((each) => each !== null && !/^(integer|float)$/.test(each.type));
  return side != null && more.length === 0 ? unwrapped(side, fact) : node;
}

/** `(predicted == y).mean()`, `np.mean(predicted == y)` */
function isShareOfHits(node: SyntaxNode, { reading }: CallFact): boolean {
  const text = node.end - node.start < 200 ? reading.textOf(node) : '';
  return (
    /^(np|numpy|torch)\.mean\([^=!<>]+==[^=]+\)$|^\([^=!<>]+==[^=]+\)\.mean\(\)$/s.test(text) &&
    /pred|y_?hat|argmax/i.test(text)
  );
}
