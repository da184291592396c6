import { argumentsOf } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import { fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Seam } from './writing.ts';

/** Where and how a call takes one more keyword, as its author would write it; `null` where it cannot. */
export function seamOf(call: SyntaxNode, reading: Reading): Seam | null {
  const list = fieldOf(call, 'arguments');
  if (list?.type !== 'argument_list') return null;
  const equals = equalsIn(call, reading);
  const last = argumentsOf(call).at(-1);
  const open = list.children[0];
  if (last === undefined)
    return open === undefined ? null : { at: open.end, lead: '', between: ', ', tail: '', equals };
  const comma = list.children.at(-2);
  const trailing = comma?.type === ',' && comma.start >= last.end;
  const before = ownLine(last, reading);
  const between = before === null ? ', ' : `,${before}`;
  if (!trailing) return { at: last.end, lead: between, between, tail: '', equals };
  return { at: comma.end, lead: before ?? ' ', between, tail: ',', equals };
}

/** The line break and indentation before an argument that begins its line; `null` for one that does not. */
function ownLine({ start }: SyntaxNode, { text }: Reading): string | null {
  const [found] = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(Math.max(0, start - 400), start)) ?? [];
  return found ?? null;
}

function equalsIn(call: SyntaxNode, { text }: Reading): string {
  const keywords = argumentsOf(call).filter(({ type }) => type === 'keyword_argument');
  const spaced = keywords.some((keyword) =>
    text.slice(keyword.start, fieldOf(keyword, 'value')?.start).endsWith(' = '),
  );
  return spaced ? ' = ' : '=';
}
