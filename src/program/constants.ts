import { argumentsOf } from '../python/calls.ts';
import { literalAt } from '../python/literals.ts';
import type { LiteralValue } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** What an expression means without running it: a literal, a tuple or list of such, or a thing of a library by its address. */
export type Constant = LiteralValue | readonly Constant[] | { readonly address: string };

const deepest = 5;

/** Follows names to their one assignment; `null` for what only a run can tell. */
export function constantAt(node: SyntaxNode, reading: Reading, depth = deepest): { readonly value: Constant } | null {
  if (depth === 0) return null;
  const literal = literalAt(node, reading.text);
  if (literal !== null) return { value: literal.value };
  switch (node.type) {
    case 'tuple':
    case 'list': {
      const parts = namedChildren(node).map((part) => constantAt(part, reading, depth - 1));
      return parts.includes(null) ? null : { value: parts.map((part) => part?.value ?? null) };
    }
    case 'parenthesized_expression': {
      const [inner] = namedChildren(node);
      return inner === undefined ? null : constantAt(inner, reading, depth - 1);
    }
    case 'identifier': {
      const value = reading.bindings.reaching(node)?.value ?? null;
      const followed = value === null ? null : constantAt(value, reading, depth - 1);
      return followed ?? addressOf(node, reading);
    }
    case 'attribute':
      return addressOf(node, reading);
    case 'call':
      return pathOf(node, reading, depth);
    default:
      return null;
  }
}

function addressOf(node: SyntaxNode, { names }: Reading): { readonly value: Constant } | null {
  const address = names.canonical(node);
  return address === null || address.startsWith('builtins.') ? null : { value: { address } };
}

const joining = ['os.path.join', 'pathlib.Path', 'os.path.expanduser', 'builtins.str'];

/** `os.path.join('data', 'x')` of constants. */
function pathOf(call: SyntaxNode, reading: Reading, depth: number): { readonly value: Constant } | null {
  const callee = fieldOf(call, 'function');
  if (callee === null || !joining.includes(reading.names.canonical(callee) ?? '')) return null;
  const parts = argumentsOf(call).map((part) => constantAt(part, reading, depth - 1)?.value);
  return parts.length > 0 && parts.every((part) => typeof part === 'string') ? { value: parts.join('/') } : null;
}
