import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Node } from 'yaml';
import { spell } from '../../python/literals.ts';
import type { Literal, LiteralValue } from '../../python/literals.ts';
import { literalOf } from './format.ts';
import type { Format, Scalar } from './format.ts';

export const yaml: Format = {
  read: (text) => {
    const documents = parseAllDocuments(text, { schema: 'core', uniqueKeys: true });
    const [only, ...others] = 'empty' in documents ? [] : documents;
    if (only === undefined || others.length > 0 || only.errors.length > 0) return null;
    return scalarsIn(only.contents, [], text);
  },
  literal,
  has: () => true,
  spell: (value, like) => (Object.is(value, like.value) ? like.text : spelled(value, like)),
};

/** An alias stands for a value that is written elsewhere, and an anchored value stands for all of them. */
function scalarsIn(node: Node | null, keys: readonly string[], text: string): readonly Scalar[] {
  if (node === null || isAlias(node) || node.range == null) return [];
  if (isMap(node))
    return node.items.flatMap(({ key, value }) =>
      isScalar(key) ? scalarsIn(value as Node | null, [...keys, String(key.value)], text) : [],
    );
  if (isSeq(node)) return node.items.flatMap((each, at) => scalarsIn(each as Node, [...keys, String(at)], text));
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined) return [];
  const [start, end] = node.range;
  const read = /^[|>]/.test(text.slice(start, end)) ? null : literal(text.slice(start, end));
  return read === null ? [] : [{ keys, span: { start, end }, literal: read }];
}

function literal(text: string): Literal | null {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted !== null) {
    const body = quoted[2] ?? '';
    return body.includes('\\') || body.includes(quoted[1] ?? '') ? null : { kind: 'string', value: body, text };
  }
  const [document] = parseAllDocuments(text, { schema: 'core' });
  const node = document?.contents;
  if (!isScalar(node)) return null;
  return literalOf(node.value, text, /^[-+]?[\d._]+$|^[-+]?[\d.]+e/i.test(text) && /[.e]/i.test(text));
}

function spelled(value: LiteralValue, like: Literal): string {
  if (value === null) return like.text === '~' ? '~' : 'null';
  if (typeof value === 'boolean') return /^[A-Z]/.test(like.text) ? (value ? 'True' : 'False') : String(value);
  if (typeof value === 'number') return number(value, like);
  const quote = /^["']/.exec(like.text)?.[0];
  if (quote !== undefined) return `${quote}${value}${quote}`;
  return /^[A-Za-z][\w.-]*$/.test(value) && literal(value)?.kind === 'string' ? value : `'${value}'`;
}

/** PyYAML reads `1e-5` as text: only with a point and a sign is it a number for every reader. */
function number(value: number, like: Literal): string {
  return spell(value, like)
    .replace(/^(-?\d[\d_]*)(e)/i, '$1.0$2')
    .replace(/(e)(\d)/i, '$1+$2');
}
