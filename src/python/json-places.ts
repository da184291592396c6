import type { Span } from './source.ts';

/** A JSON value that remembers where it stands in its text; strings are not decoded. */
export type JsonPlace =
  | { readonly kind: 'object'; readonly span: Span; readonly entries: ReadonlyMap<string, JsonPlace> }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonPlace[] }
  | { readonly kind: 'string' | 'other'; readonly span: Span };

const token = /\s*(?:("(?:[^"\\]|\\[^])*")|([{}[\],:])|([^\s{}[\],:"]+))/y;

interface Open {
  readonly start: number;
  readonly entries: Map<string, JsonPlace> | null;
  readonly items: JsonPlace[];
  key: string | null;
}

/** Reads a text that `JSON.parse` accepts; without recursion, so that depth costs nothing. */
export function jsonPlaces(text: string): JsonPlace {
  const open: Open[] = [];
  let whole: JsonPlace | null = null;
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, string, mark] = match;
    const span = { start: token.lastIndex - match[0].trimStart().length, end: token.lastIndex };
    if (mark === ',' || mark === ':') continue;
    if (mark === '{' || mark === '[') {
      open.push({ start: span.start, entries: mark === '{' ? new Map() : null, items: [], key: null });
      continue;
    }
    const inner = open.at(-1);
    const key = string !== undefined && inner?.entries != null && inner.key === null;
    if (key) {
      inner.key = JSON.parse(string) as string;
      continue;
    }
    const value = mark === undefined ? leaf(span, string !== undefined) : closed(open.pop(), span.end);
    const around = open.at(-1);
    if (around === undefined) whole = value;
    else if (around.entries === null) around.items.push(value);
    else {
      around.entries.set(around.key ?? '', value);
      around.key = null;
    }
  }
  if (whole === null) throw new Error('There is no JSON value in the text.');
  return whole;
}

function leaf(span: Span, string: boolean): JsonPlace {
  return { kind: string ? 'string' : 'other', span };
}

function closed(open: Open | undefined, end: number): JsonPlace {
  if (open === undefined) throw new Error('A bracket closes that was never opened.');
  const span = { start: open.start, end };
  return open.entries === null
    ? { kind: 'array', span, items: open.items }
    : { kind: 'object', span, entries: open.entries };
}
