import { mapSpan } from '../python/edits.ts';
import type { Edits } from '../python/edits.ts';
import type { SourceFile } from '../python/source.ts';
import { parsePython } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/**
 * Proves that a rewrite is exact, or throws: the bytes between the edits are the author's, and the tree
 * of the edited text is the old one but for the edited literals.
 */
export async function proveRewrite(original: SourceFile, edited: string, edits: Edits): Promise<void> {
  untouchedBetween(original, edited, edits);
  const before = await parsePython(original.text);
  const after = await parsePython(edited);
  if (after.problem !== null)
    throw new Error(
      `The rewrite of ${original.path} is no Python: line ${after.problem.line}, ‘${after.problem.near}’.`,
    );
  const difference = firstDifference(before.root, after.root, edits);
  if (difference !== null)
    throw new Error(`The rewrite of ${original.path} changed more than its literals: ${difference}.`);
}

function untouchedBetween({ path, text }: SourceFile, edited: string, edits: Edits): void {
  let old = 0;
  let now = 0;
  for (const edit of [...edits, { span: { start: text.length, end: text.length }, text: '' }]) {
    const kept = text.slice(old, edit.span.start);
    const there = edited.slice(now, now + kept.length);
    if (kept !== there) throw new Error(`The rewrite of ${path} changed text at ${old} that no edit names.`);
    const replaced = edited.slice(now + kept.length, now + kept.length + edit.text.length);
    if (replaced !== edit.text) throw new Error(`The rewrite of ${path} did not write ‘${edit.text}’.`);
    old = edit.span.end;
    now += kept.length + edit.text.length;
  }
  if (now !== edited.length) throw new Error(`The rewrite of ${path} added text at its end.`);
}

function firstDifference(before: SyntaxNode, after: SyntaxNode, edits: Edits): string | null {
  const edit = edits.find(({ span }) => span.start === before.start && span.end === before.end);
  const place = mapSpan({ start: before.start, end: before.end }, edits);
  if (place.start !== after.start || place.end !== after.end) return `${before.type} at ${before.start} moved`;
  if (edit !== undefined) return isLiteral(after) ? null : `${after.type} at ${after.start} is no literal`;
  if (before.type !== after.type) return `${before.type} at ${before.start} became ${after.type}`;
  if (before.children.length !== after.children.length) return `${before.type} at ${before.start} has other parts`;
  for (const [index, child] of before.children.entries()) {
    const other = after.children[index];
    const difference = other === undefined ? 'a part is gone' : firstDifference(child, other, edits);
    if (difference !== null) return difference;
  }
  return null;
}

const literals = ['integer', 'float', 'string', 'true', 'false', 'none'];

function isLiteral(node: SyntaxNode): boolean {
  return (
    literals.includes(node.type) || (node.type === 'unary_operator' && literals.includes(node.children[1]?.type ?? ''))
  );
}
