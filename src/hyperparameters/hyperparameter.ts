import type { Range, Span } from '../python/source.ts';
import type { Dimension, Value } from '../search/space.ts';
import type { Writing } from './writing.ts';

/** How the place is written in the source (ARCHITECTURE.md, "Commands"). */
export type Form =
  | 'keyword'
  | 'positional'
  | 'constant'
  | 'local'
  | 'default'
  | 'argument-parser'
  | 'dictionary'
  | 'element'
  | 'attribute'
  | 'config'
  | 'insertion'
  | 'layer';

/**
 * A tunable place in the user's source.
 *
 * `id` is `path::scope::callee#occurrence.argument`: it depends on neither the value nor the line, so
 * that journal, settings, read-back and warm start can all use it as their key.
 */
export interface Hyperparameter {
  readonly id: string;
  readonly path: string;
  /** The argument's name where the value arrives, in the framework's own word: `n_neighbors`, `units`. */
  readonly name: string;
  /** The catalogue's entry that gave range and importance: `learning-rate`, `neighbours`. */
  readonly knob: string;
  readonly form: Form;
  /** The value as it is spelled in the source, empty where it is not written there, and as it is meant. */
  readonly text: string;
  readonly value: Value;
  readonly span: Span;
  readonly place: Range;
  readonly dimension: Dimension;
  readonly writing: Writing;
  /** Larger is tried first; comparable within one program. */
  readonly importance: number;
  readonly evidence: string;
  /**
   * The expression with which the program takes a value that stands in another file than where it is used,
   * as it was written; `null` where the place itself can be watched.
   */
  readonly taken: { readonly path: string; readonly span: Span; readonly place: Range } | null;
  /**
   * The call into which the value flows and the attribute under which the object that it returns shows
   * it; `null` where no object can be asked and the executed expression must do as witness. The attribute
   * `=` says that no object shows it: that the call ran, with its text proven, is the witness. The call is in
   * the file of `taken`, where there is one.
   */
  readonly arrival: { readonly call: Span; readonly place: Range; readonly attribute: string } | null;
}
