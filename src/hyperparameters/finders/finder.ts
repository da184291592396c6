import type { Slot } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Form } from '../hyperparameter.ts';

/** An expression that holds the value. */
export interface Carried {
  readonly node: SyntaxNode;
  /** The file that the expression is in. */
  readonly module: Module;
  /** The keys or indexes, from outside in, under which the node, a dictionary or tuple, holds it; none: the node is the value. */
  readonly keys: readonly string[];
  /** `false` once something was computed from it. */
  readonly exact: boolean;
  /** Something was divided by it on the way: a count of parts says nothing of their size. */
  readonly divides?: boolean;
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
  form(carried: Carried): Form | null;
  /** The next steps, or `null` when the expression is not written in this idiom. */
  follow(carried: Carried): readonly Step[] | null;
}
