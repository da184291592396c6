import type { Edits } from '../../python/edits.ts';
import { mapSpan } from '../../python/edits.ts';
import type { SourceFile } from '../../python/source.ts';
import type { Format } from './format.ts';

/**
 * Proves that a rewritten configuration file is the author's but for the edited values, or throws: it has the same
 * keys in the same order, an edited value reads as it was meant, and every other value is where and what it was.
 */
export function proveConfiguration(original: SourceFile, edited: string, edits: Edits, format: Format): void {
  const [before, after] = [format.read(original.text), format.read(edited)];
  const broken = (why: string): Error => new Error(`The rewrite of ${original.path} ${why}.`);
  if (before === null || after === null) throw broken('is no longer of its language');
  if (before.length !== after.length) throw broken('has other values than it had');
  for (const [index, { keys, span, literal }] of before.entries()) {
    const now = after[index];
    const place = mapSpan(span, edits);
    const edit = edits.find((each) => each.span.start === span.start && each.span.end === span.end);
    const key = keys.join('.');
    if (now?.keys.join('.') !== key) throw broken(`changed the key ${key}`);
    if (now.span.start !== place.start || now.span.end !== place.end) throw broken(`moved the value of ${key}`);
    if (now.literal.text !== (edit?.text ?? literal.text)) throw broken(`wrote another value for ${key}`);
    const number = literal.kind === 'integer' || literal.kind === 'float';
    if (edit !== undefined && number && now.literal.kind === 'string') throw broken(`made a text of ${key}`);
  }
}
