import type { Position, Range, Span } from './source.ts';

/**
 * Translates between UTF-16 offsets, which JavaScript and tree-sitter count, and the lines and columns
 * of people and Python. The one place that converts.
 */
export interface Positions {
  readonly lines: number;
  positionAt(offset: number): Position;
  rangeOf(span: Span): Range;
  offsetAt(position: Position): number;
  /** The text of the line around an offset, without its line end. */
  lineAt(offset: number): string;
}

// Python ends a line at each of these; a form feed or U+2028 does not.
const lineEnd = /\r\n|\n|\r/g;
const surrogate = /[\uD800-\uDBFF]/;
const byteOrderMark = '\uFEFF';

export function positionsOf(text: string): Positions {
  // Most texts have none, and then a column costs nothing, however long its line.
  const paired = surrogate.test(text);
  const starts = [text.startsWith(byteOrderMark) ? 1 : 0];
  const ends: number[] = [];
  for (const match of text.matchAll(lineEnd)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  ends.push(text.length);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const positionAt = (offset: number): Position => {
    const line = lineOf(offset);
    const start = starts[line] ?? 0;
    return { line: line + 1, column: paired ? codePoints(text.slice(start, offset)) : Math.max(0, offset - start) };
  };
  return {
    lines: starts.length,
    positionAt,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    offsetAt: ({ line, column }) => {
      const start = starts[line - 1] ?? text.length;
      return start + unitsOf(text.slice(start, ends[line - 1]), column);
    },
    lineAt: (offset) => text.slice(starts[lineOf(offset)], ends[lineOf(offset)]),
  };
}

function codePoints(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
  return text.length - pairs;
}

function unitsOf(text: string, columns: number): number {
  let units = 0;
  let left = columns;
  for (const character of text) {
    if (left === 0) break;
    units += character.length;
    left -= 1;
  }
  return units;
}
