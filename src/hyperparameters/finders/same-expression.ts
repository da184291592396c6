import type { Module } from '../../python/links.ts';
import { fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** An expression without the brackets around it. */
export function plain(node: SyntaxNode): SyntaxNode {
  const [inner] = node.type === 'parenthesized_expression' ? namedChildren(node) : [];
  return inner === undefined ? node : plain(inner);
}

/** Whether two expressions are written alike but for blanks and brackets. */
export function isSame(one: SyntaxNode, other: SyntaxNode, module: Module): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a.type !== b.type) return false;
  if (a.children.length === 0 || b.children.length === 0) return module.textOf(a) === module.textOf(b);
  return (
    a.children.length === b.children.length &&
    a.children.every((child, index) => {
      const counterpart = b.children[index];
      return counterpart !== undefined && isSame(child, counterpart, module);
    })
  );
}

/** The two sides of a sum, a difference or a product; `null` for any other expression. */
export function termsOf(
  node: SyntaxNode,
  operator: '+' | '-' | '*',
  module: Module,
): readonly [SyntaxNode, SyntaxNode] | null {
  const whole = plain(node);
  const sign = whole.type === 'binary_operator' ? fieldOf(whole, 'operator') : null;
  const [left, right] = [fieldOf(whole, 'left'), fieldOf(whole, 'right')];
  if (sign === null || left === null || right === null || module.textOf(sign) !== operator) return null;
  return [plain(left), plain(right)];
}
