import type { Span } from '../python/source.ts';
import type { Value } from '../search/space.ts';

/** How a value gets into the author's text; all of it is data, so that edits can be composed and proven. */
export type Writing =
  /** In place of the author's own literal, and in step in those that must follow it. */
  | { readonly kind: 'literal'; readonly partners: readonly Partner[] }
  /** As a new argument of a call; no text at all while the value is the framework's default. */
  | { readonly kind: 'argument'; readonly keyword: string; readonly like: string; readonly seam: Seam }
  /** As new code around the value; no text at all while the value is the author's own. */
  | { readonly kind: 'template'; readonly like: string; readonly changes: readonly Change[] }
  /** As one of several texts, each an architecture edit; the author's own value needs none. */
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] };

/** A literal that must hold `times · value + plus`, as the width that the next layer takes in. */
export interface Partner {
  readonly span: Span;
  readonly text: string;
  readonly times: number;
  readonly plus: number;
}

/** Where a call takes one more argument, in its author's style. */
export interface Seam {
  readonly at: number;
  readonly lead: string;
  readonly between: string;
  readonly tail: string;
  /** `=`, or ` = ` where the author writes keywords so. */
  readonly equals: string;
}

export interface Variant {
  readonly value: Value;
  readonly changes: readonly Change[];
}

/** One stretch of the author's text and what stands there instead; an insertion has an empty span. */
export interface Change {
  readonly span: Span;
  readonly pieces: readonly Piece[];
  /** An import: two hyper-parameters that need it write it once. */
  readonly once?: true;
}

export type Piece =
  | string
  /** The author's text of a span, with all other edits in it: a copied block follows what is tuned in it. */
  | { readonly copy: Span }
  /** The value itself, spelled. */
  | { readonly hole: 'value' }
  /** A word for the value of another hyper-parameter. */
  | { readonly of: string; readonly own: Value; readonly words: Readonly<Record<string, string>> };

export const valueHole: Piece = { hole: 'value' };
