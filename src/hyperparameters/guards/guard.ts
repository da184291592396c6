import type { Module } from '../../python/links.ts';
import type { Value } from '../../search/space.ts';
import type { Reached } from '../flow.ts';
import type { Partner } from '../writing.ts';

/** What the surroundings of a place allow. */
export interface Limits {
  /** Of the knob's usual choices, only these. */
  readonly choices?: readonly Value[];
  readonly least?: number;
  readonly most?: number;
  /** Literals that must follow the value, or the edit would break the script. */
  readonly partners?: readonly Partner[];
}

export type Verdict =
  | ({ readonly kind: 'tunable' } & Limits)
  /** The argument means something else here; the place neither offers nor forbids anything. */
  | { readonly kind: 'elsewhere' }
  /** A literal that reaches this place stays as it is. */
  | { readonly kind: 'left'; readonly why: string };

/** A structural check of a place. `all` are the places of its file that the same literal reaches, this one included. */
export type Guard = (arrival: Reached, all: readonly Reached[], reading: Module) => Verdict;

export const tunable: Verdict = { kind: 'tunable' };
export const elsewhere: Verdict = { kind: 'elsewhere' };

export function left(why: string): Verdict {
  return { kind: 'left', why };
}
