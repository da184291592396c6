import type { Slot } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Form } from '../hyperparameter.ts';

/** An expression that holds the value. */
export interface Carried {
  readonly node: SyntaxNode;
  /** The key or index under which the node, a dictionary or tuple, holds it; `null`: the node is the value. */
  readonly key: string | null;
  /** `false` once something was computed from it. */
  readonly exact: boolean;
}

/** The value at an argument of a call that is not the author's own function. */
export interface Arrival extends Slot, Carried {}

/** Where a value goes next. */
export type Step =
  | { readonly kind: 'on'; readonly carried: Carried; readonly through?: Slot }
  | { readonly kind: 'arrival'; readonly arrival: Arrival };

/**
 * One idiom in which hyper-parameters are written, and in which values travel: how an expression that is
 * written so goes on. Contract suite: `finder.contract.ts`.
 */
export interface Finder {
  readonly name: string;
  /** What a literal that is written so is called; `null` when its own text is no whole value. */
  form(carried: Carried, reading: Reading): Form | null;
  /** The next steps, or `null` when the expression is not written in this idiom. */
  follow(carried: Carried, reading: Reading): readonly Step[] | null;
}
