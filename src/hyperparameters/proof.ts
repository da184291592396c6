import { mapSpan } from '../python/edits.ts';
import type { Edit, Edits } from '../python/edits.ts';
import { readPython } from '../python/reading.ts';
import type { SourceFile, Span } from '../python/source.ts';
import { isInside, parsePython } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/**
 * Proves that a rewrite is exact, or throws: the bytes between the edits are the author's, and the tree
 * of the edited text is the old one but for the edited literals, and for the code that the other edits
 * (all but those in `literal`) add, replace or remove as whole parts of it. `edited` and the edits are of the
 * Python in the file.
 */
export async function proveRewrite(
  original: SourceFile,
  edited: string,
  edits: Edits,
  literal: ReadonlySet<Edit> = new Set(edits),
): Promise<void> {
  const before = await readPython(original);
  untouchedBetween({ path: original.path, text: before.text }, edited, edits);
  const after = await parsePython(edited);
  if (after.problem !== null)
    throw new Error(
      `The rewrite of ${original.path} is no Python: line ${after.problem.line}, ‘${after.problem.near}’.`,
    );
  const difference = firstDifference(before.root, after.root, changedBy(edits, literal));
  if (difference !== null)
    throw new Error(`The rewrite of ${original.path} changed more than its places: ${difference}.`);
}

/** The bytes between the edits are the author's, or it throws. */
export function untouchedBetween({ path, text }: SourceFile, edited: string, edits: Edits): void {
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

interface Changed {
  readonly edits: Edits;
  /** Spans of the old text that hold an edited literal. */
  readonly literals: readonly Span[];
  /** Code that is gone from the old text, and code that is new in the edited one. */
  readonly removed: readonly Span[];
  readonly added: readonly Span[];
}

function changedBy(edits: Edits, literal: ReadonlySet<Edit>): Changed {
  const code = edits.filter((edit) => !literal.has(edit));
  let shift = 0;
  const spans = edits.map((edit) => {
    const start = edit.span.start + shift;
    shift += edit.text.length - (edit.span.end - edit.span.start);
    return { edit, now: { start, end: start + edit.text.length } };
  });
  return {
    edits,
    literals: edits.filter((edit) => literal.has(edit)).map(({ span }) => span),
    removed: code.map(({ span }) => span).filter(({ start, end }) => end > start),
    added: spans.filter(({ edit, now }) => !literal.has(edit) && now.end > now.start).map(({ now }) => now),
  };
}

/** Compares two trees part by part: what the edits replaced, removed or added is left out on its side. */
function firstDifference(before: SyntaxNode, after: SyntaxNode, changed: Changed): string | null {
  if (changed.literals.some(({ start, end }) => start === before.start && end === before.end)) {
    const place = mapSpan(before, changed.edits);
    if (place.start !== after.start || place.end !== after.end) return `${before.type} at ${before.start} moved`;
    return isLiteral(after) ? null : `${after.type} at ${after.start} is no literal`;
  }
  if (before.type !== after.type) return `${before.type} at ${before.start} became ${after.type}`;
  const old = before.children.filter((child) => !changed.removed.some((span) => isInside(child, span)));
  const now = after.children.filter((child) => !changed.added.some((span) => isInside(child, span)));
  if (before.children.length === 0) return leafDifference(before, after, changed.edits);
  if (old.length !== now.length) return `${before.type} at ${before.start} has other parts`;
  for (const [index, child] of old.entries()) {
    const other = now[index];
    const difference = other === undefined ? 'a part is gone' : firstDifference(child, other, changed);
    if (difference !== null) return difference;
  }
  return null;
}

function leafDifference(before: SyntaxNode, after: SyntaxNode, edits: Edits): string | null {
  const place = mapSpan(before, edits);
  const moved = place.start !== after.start || place.end !== after.end;
  return moved ? `${before.type} at ${before.start} moved` : null;
}

const literals = ['integer', 'float', 'string', 'true', 'false', 'none'];

function isLiteral(node: SyntaxNode): boolean {
  return (
    literals.includes(node.type) || (node.type === 'unary_operator' && literals.includes(node.children[1]?.type ?? ''))
  );
}
