import { readLiteral } from './literals.ts';
import type { Reading } from './reading.ts';
import { namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

type Known = string | number | boolean | null;

/** Whether a condition can be seen to be false: `False`, `TRAIN` behind `TRAIN = False`, `MODE == 'train'` behind `MODE = 'test'`. */
export function isOff(condition: SyntaxNode, reading: Reading): boolean {
  if (condition.type === 'parenthesized_expression') {
    const [inner] = namedChildren(condition);
    return inner !== undefined && isOff(inner, reading);
  }
  if (condition.type === 'not_operator') {
    const [inner] = namedChildren(condition);
    const value = inner === undefined ? undefined : valueOf(inner, reading);
    return value !== undefined && Boolean(value);
  }
  if (condition.type === 'comparison_operator') {
    const [left, right, ...more] = namedChildren(condition);
    const operator = condition.children.find(({ named }) => !named);
    if (left === undefined || right === undefined || more.length > 0) return false;
    const [one, other] = [valueOf(left, reading), valueOf(right, reading)];
    if (one === undefined || other === undefined) return false;
    return (operator?.type === '==' && one !== other) || (operator?.type === '!=' && one === other);
  }
  const value = valueOf(condition, reading);
  return value !== undefined && !value;
}

/** What a literal is, or a name that is given one and no other; `undefined` for anything else. */
function valueOf(node: SyntaxNode, { textOf, bindings }: Reading): Known | undefined {
  const candidates = node.type === 'identifier' ? bindings.candidates(node) : [];
  if (node.type === 'identifier' && candidates.length !== 1) return undefined;
  const bound = node.type === 'identifier' ? (bindings.reaching(node)?.value ?? null) : node;
  const literal = bound === null ? null : readLiteral(textOf(bound));
  return literal === null ? undefined : literal.value;
}
