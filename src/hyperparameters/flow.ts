import type { Slot } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Arrival, Carried, Finder, Step } from './finders/finder.ts';
import { finders } from './finders/finders.ts';
import type { Form } from './hyperparameter.ts';

/** All the places that one literal reaches. */
export interface Flow {
  readonly form: Form;
  readonly arrivals: readonly Arrival[];
  /** The author's own call to which the literal is given directly. */
  readonly through: Slot | null;
}

/** Follows a literal through the author's own names and functions; `null` if it is written in no known idiom. */
export function flowOf(literal: SyntaxNode, reading: Reading): Flow | null {
  const start: Carried = { node: literal, key: null, exact: true };
  const form = finderOf(start, reading)?.finder.form(start, reading) ?? null;
  if (form === null) return null;
  const arrivals: Arrival[] = [];
  const seen = new Set<string>();
  let through: Slot | null = null;
  const pending: Carried[] = [start];
  for (let carried = pending.pop(); carried !== undefined; carried = pending.pop()) {
    const mark = `${carried.node.start}-${carried.node.end}-${carried.node.type}-${carried.key ?? ''}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    for (const step of finderOf(carried, reading)?.steps ?? []) {
      if (step.kind === 'arrival') arrivals.push(step.arrival);
      else pending.push(step.carried);
      if (step.kind === 'on' && carried === start) through = step.through ?? null;
    }
  }
  return { form, through, arrivals: arrivals.toSorted((one, other) => one.node.start - other.node.start) };
}

function finderOf(
  carried: Carried,
  reading: Reading,
): { readonly finder: Finder; readonly steps: readonly Step[] } | null {
  for (const finder of finders) {
    const steps = finder.follow(carried, reading);
    if (steps !== null) return { finder, steps };
  }
  return null;
}
