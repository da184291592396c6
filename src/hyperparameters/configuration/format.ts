import type { Literal, LiteralValue } from '../../python/literals.ts';
import type { Span } from '../../python/source.ts';

/** One value of a configuration file, at the keys from outside in that lead to it. */
export interface Scalar {
  readonly keys: readonly string[];
  readonly span: Span;
  readonly literal: Literal;
}

/** A language that configuration files are written in. */
export interface Format {
  /** Every value with its exact place; `null` for a text that is not of this language. */
  read(text: string): readonly Scalar[] | null;
  /** The value of one spelling; `null` where it is no plain value. */
  literal(text: string): Literal | null;
  /** Whether the language has a word for a value. */
  has(value: LiteralValue): boolean;
  /** Spells a value as the author spelled another. */
  spell(value: LiteralValue, like: Literal): string;
}

/** What a parser says that a spelling means, as a literal. */
export function literalOf(value: unknown, text: string, isFloat: boolean): Literal | null {
  if (value === null) return { kind: 'none', value, text };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text };
  if (typeof value === 'string') return { kind: 'string', value, text };
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return { kind: isFloat ? 'float' : 'integer', value, text };
}
