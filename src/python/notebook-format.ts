import { jsonPlaces } from './json-places.ts';
import type { JsonPlace } from './json-places.ts';
import { jsonText } from './json-strings.ts';
import type { JsonText } from './json-strings.ts';
import type { Span } from './source.ts';

/** A code cell of a notebook. */
export interface Cell {
  /** From 0, over all cells of the notebook. */
  readonly index: number;
  readonly source: JsonText;
}

/**
 * The code cells of a notebook (nbformat 3 and 4, https://nbformat.readthedocs.io), or a sentence that
 * says why there are none.
 */
export function decodeCells(json: string): readonly Cell[] | string {
  const text = json.startsWith('\uFEFF') ? ` ${json.slice(1)}` : json;
  const problem = jsonProblem(text);
  if (problem !== null) return `it is no JSON: ${problem}`;
  const root = jsonPlaces(text);
  const language = languageOf(root, text);
  if (language !== null && !/python/i.test(language)) return `it is a notebook in ${language}`;
  const worksheets = itemsOf(at(root, 'worksheets'));
  const cells = at(root, 'cells') ?? at(worksheets[0], 'cells');
  if (cells?.kind !== 'array') return 'it has no cells';
  return cells.items.flatMap((cell, index): Cell[] => {
    if (stringAt(at(cell, 'cell_type'), text) !== 'code') return [];
    const source = at(cell, 'source') ?? at(cell, 'input');
    return source === undefined ? [] : [{ index, source: jsonText(text, stringsIn(source)) }];
  });
}

function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (thrown) {
    return thrown instanceof SyntaxError || thrown instanceof RangeError ? thrown.message.slice(0, 80) : 'unreadable';
  }
}

function languageOf(root: JsonPlace, text: string): string | null {
  const metadata = at(root, 'metadata');
  const told = at(at(metadata, 'language_info'), 'name') ?? at(at(metadata, 'kernelspec'), 'language');
  return stringAt(told, text);
}

function at(place: JsonPlace | undefined, key: string): JsonPlace | undefined {
  return place?.kind === 'object' ? place.entries.get(key) : undefined;
}

function itemsOf(place: JsonPlace | undefined): readonly JsonPlace[] {
  return place?.kind === 'array' ? place.items : [];
}

function stringAt(place: JsonPlace | undefined, text: string): string | null {
  return place?.kind === 'string' ? (JSON.parse(text.slice(place.span.start, place.span.end)) as string) : null;
}

function stringsIn(source: JsonPlace): readonly Span[] {
  const all = source.kind === 'array' ? source.items : [source];
  return all.filter(({ kind }) => kind === 'string').map(({ span }) => span);
}
