import type { Reading } from '../python/reading.ts';
import { descendants, fieldOf, isInside, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Searched } from './searched.ts';

/** Whether code can be seen never to run: in a function that nobody names, after an exit, under `if False`. */
export function neverRuns(node: SyntaxNode, { reading, entry }: Searched): boolean {
  for (let inner: SyntaxNode = node; inner.parent !== null; inner = inner.parent) {
    const { parent } = inner;
    if (isBlock(parent) && parent.children.some((other) => other.end <= inner.start && leaves(other, reading)))
      return true;
    if (inner.field === 'consequence' && isFalse(fieldOf(parent, 'condition'), reading)) return true;
    if (entry && inner.type === 'function_definition' && isForgotten(inner, reading)) return true;
  }
  return false;
}

function isBlock({ type }: SyntaxNode): boolean {
  return type === 'block' || type === 'module';
}

const exits = /^(?:sys\.exit|exit|quit|os\._exit)$/;

/** A statement after which its block does not go on. */
function leaves(statement: SyntaxNode, { textOf }: Reading): boolean {
  if (['return_statement', 'raise_statement', 'break_statement', 'continue_statement'].includes(statement.type))
    return true;
  const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  const callee = call?.type === 'call' ? fieldOf(call, 'function') : null;
  return callee !== null && exits.test(textOf(callee));
}

function isFalse(condition: SyntaxNode | null, { textOf }: Reading): boolean {
  return condition !== null && (condition.type === 'false' || textOf(condition) === '0');
}

const forgotten = new WeakMap<SyntaxNode, boolean>();

/** A plain module-level function that its own file never names; what is decorated may be called by others. */
function isForgotten(definition: SyntaxNode, reading: Reading): boolean {
  const known = forgotten.get(definition);
  if (known !== undefined) return known;
  const name = fieldOf(definition, 'name');
  const plain = definition.parent?.type === 'module' && name !== null;
  const answer = plain && !isNamed(reading.textOf(name), definition, reading);
  forgotten.set(definition, answer);
  return answer;
}

/** By an identifier, or in a text that may be looked up (`globals()['train']()`). */
function isNamed(name: string, definition: SyntaxNode, { root, textOf }: Reading): boolean {
  return descendants(root).some(
    (node) =>
      (node.type === 'identifier' || node.type === 'string_content') &&
      textOf(node).trim() === name &&
      !isInside(node, definition),
  );
}
