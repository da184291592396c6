import { jsonPlaces } from '../../python/json-places.ts';
import type { JsonPlace } from '../../python/json-places.ts';
import { spell } from '../../python/literals.ts';
import type { Literal } from '../../python/literals.ts';
import { literalOf } from './format.ts';
import type { Format, Scalar } from './format.ts';

export const json: Format = {
  read: (text) => {
    try {
      JSON.parse(text);
    } catch {
      return null;
    }
    return scalarsIn(jsonPlaces(text), [], text);
  },
  literal,
  has: () => true,
  spell: (value, like) => {
    if (Object.is(value, like.value)) return like.text;
    if (typeof value !== 'number') return JSON.stringify(value);
    // A JSON number may not begin with a point.
    return spell(value, like).replace(/^(-?)\./, '$10.');
  },
};

function scalarsIn(place: JsonPlace, keys: readonly string[], text: string): readonly Scalar[] {
  if (place.kind === 'object')
    return [...place.entries].flatMap(([key, each]) => scalarsIn(each, [...keys, key], text));
  if (place.kind === 'array') return place.items.flatMap((each, at) => scalarsIn(each, [...keys, String(at)], text));
  const read = literal(text.slice(place.span.start, place.span.end));
  return read === null ? [] : [{ keys, span: place.span, literal: read }];
}

function literal(text: string): Literal | null {
  try {
    return literalOf(JSON.parse(text), text, /^-?[\d.]+$|e/i.test(text) && /[.e]/i.test(text));
  } catch {
    return null;
  }
}
