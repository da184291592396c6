import type { Span } from './source.ts';

/** A JSON string, or an array of them that mean one text (the `source` of a notebook's cell). */
export interface JsonText {
  readonly text: string;
  /** Puts new text in the place of a stretch; offsets count in `text`. The result is an edit of the JSON. */
  replacing(stretch: Span, text: string): { readonly span: Span; readonly text: string };
}

/** `strings` are the spans of the string tokens, quotes included, in `json`. */
export function jsonText(json: string, strings: readonly Span[]): JsonText {
  const parts = strings.map(({ start, end }) => ({
    start,
    end,
    value: JSON.parse(json.slice(start, end)) as string,
  }));
  const offsets: number[] = [];
  let length = 0;
  for (const { value } of parts) {
    offsets.push(length);
    length += value.length;
  }
  const placeOf = (offset: number): number => {
    const index = Math.max(
      0,
      offsets.findLastIndex((start) => start <= offset),
    );
    const part = parts[index];
    if (part === undefined) throw new Error('An empty cell has no place for an edit.');
    return part.start + 1 + rawOffset(json.slice(part.start + 1, part.end - 1), offset - (offsets[index] ?? 0));
  };
  const between = parts.length > 1 ? json.slice(parts[0]?.end, parts[1]?.start) : null;
  return {
    text: parts.map(({ value }) => value).join(''),
    replacing: (stretch, text) => {
      const span = { start: placeOf(stretch.start), end: placeOf(stretch.end) };
      return { span, text: written(text, json[span.end] === '"' ? null : between, between) };
    },
  };
}

const escaped = /\\(?:u[\da-fA-F]{4}|[^])|[^\\]/g;

/** Where the nth UTF-16 unit of a string begins in its JSON spelling. */
function rawOffset(raw: string, units: number): number {
  if (!raw.includes('\\')) return units;
  let left = units;
  let offset = 0;
  for (const [unit] of raw.matchAll(escaped)) {
    if (left === 0) break;
    offset += unit.length;
    left -= 1;
  }
  return offset;
}

/** Each line of an array is a string of it, as Jupyter writes notebooks; `last` parts a final line end from what follows. */
function written(text: string, last: string | null, between: string | null): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line).slice(1, -1));
  const end = lines.length > 1 && lines.at(-1) === '' ? `\\n${parted(last)}` : '';
  return (end === '' ? lines : lines.slice(0, -1)).join(`\\n${parted(between)}`) + end;
}

function parted(between: string | null): string {
  return between === null ? '' : `"${between}"`;
}
