import { parseTOML } from 'toml-eslint-parser';
import { spell } from '../../python/literals.ts';
import type { Literal, LiteralValue } from '../../python/literals.ts';
import { literalOf } from './format.ts';
import type { Format, Scalar } from './format.ts';

type Table = ReturnType<typeof parseTOML>['body'][0];
type Entry = Extract<Table['body'][number], { type: 'TOMLKeyValue' }>;

export const toml: Format = {
  read: (text) => {
    try {
      return parseTOML(text).body[0].body.flatMap((each) =>
        each.type === 'TOMLTable'
          ? each.body.flatMap((entry) => entryIn(entry, each.resolvedKey.map(String), text))
          : entryIn(each, [], text),
      );
    } catch {
      return null;
    }
  },
  literal,
  has: (value) => value !== null,
  spell: (value, like) => (Object.is(value, like.value) ? like.text : spelled(value, like)),
};

function entryIn({ key, value }: Entry, keys: readonly string[], text: string): readonly Scalar[] {
  const own = key.keys.map((each) => (each.type === 'TOMLBare' ? each.name : each.value));
  return scalarsIn(value, [...keys, ...own], text);
}

function scalarsIn(node: Entry['value'], keys: readonly string[], text: string): readonly Scalar[] {
  if (node.type === 'TOMLArray')
    return node.elements.flatMap((each, at) => scalarsIn(each, [...keys, String(at)], text));
  if (node.type === 'TOMLInlineTable') return node.body.flatMap((entry) => entryIn(entry, keys, text));
  const [start, end] = node.range;
  const read = literal(text.slice(start, end));
  return read === null ? [] : [{ keys, span: { start, end }, literal: read }];
}

function literal(text: string): Literal | null {
  if (/^["']/.test(text)) {
    const body = text.slice(1, -1);
    return /["'\\\n]/.test(body) ? null : { kind: 'string', value: body, text };
  }
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', text };
  const plain = text.replaceAll('_', '');
  return /^[-+]?(\d+|\d+\.\d+|\d+(\.\d+)?e[-+]?\d+)$/i.test(plain)
    ? literalOf(Number(plain), text, /[.e]/i.test(plain))
    : null;
}

function spelled(value: LiteralValue, like: Literal): string {
  if (value === null) throw new Error('TOML has no word for None.');
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `${like.text[0] ?? '"'}${value}${like.text[0] ?? '"'}`;
  return spell(value, like);
}
