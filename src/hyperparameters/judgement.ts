import type { Literal } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import type { Dimension } from '../search/space.ts';
import type { Limits } from './guards/guard.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import type { Axis } from './knobs.ts';

/** A place that looks like a hyper-parameter and is not offered. */
export interface Left {
  readonly id: string;
  readonly why: string;
}

/** What became of one place. */
export type Judgement =
  | {
      readonly kind: 'found';
      readonly found: Hyperparameter;
      /** What it may be called where another value has the same id; `null` when nothing tells them apart. */
      readonly otherwise: string | null;
    }
  | { readonly kind: 'left'; readonly left: Left };

export function found(hyperparameter: Hyperparameter, otherwise: string | null = null): Judgement {
  return { kind: 'found', found: hyperparameter, otherwise };
}

export function leftAlone(id: string, why: string): Judgement {
  return { kind: 'left', left: { id, why } };
}

/** What is searched at a place, within what its surroundings allow; `null` when nothing is left to choose. */
export function dimensionOf(id: string, axis: Axis, { value }: Literal, limits: Limits = {}): Dimension | null {
  if (axis.kind === 'choice') {
    const allowed = limits.choices;
    const choices = allowed === undefined ? axis.choices : axis.choices.filter((each) => allowed.includes(each));
    if (!choices.includes(value)) return null;
    return choices.length < 2 ? null : { ...axis, choices, id, start: value };
  }
  if (typeof value !== 'number') throw new Error(`${id} has a range of numbers but holds ${String(value)}.`);
  const low = Math.min(value, Math.max(axis.low, limits.least ?? axis.low));
  const high = Math.max(value, Math.min(axis.high, limits.most ?? axis.high));
  return high <= low ? null : { ...axis, low, high, id, start: value };
}

const longest = 120;

/** The author's line, as evidence. */
export function evidenceAt(offset: number, { positions }: Reading): string {
  return positions.lineAt(offset).trim().slice(0, longest);
}
