import type { Slot } from '../python/calls.ts';
import { neverRuns } from './dead-code.ts';
import type { Arrival, Carried, Finder, Step } from './finders/finder.ts';
import { finders } from './finders/finders.ts';
import type { Form } from './hyperparameter.ts';

/** All the places that one value reaches. */
export interface Flow {
  readonly arrivals: readonly Reached[];
  /** The author's own call to which the value is given directly. */
  readonly through: Through | null;
}

export type Through = Slot & Pick<Carried, 'module'>;

/** A place that the value reaches, and the last expression on the way there that holds it unchanged. */
export interface Reached extends Arrival {
  readonly unchanged: Pick<Carried, 'node' | 'module' | 'keys'>;
  /** The first of the author's own calls on the way. */
  readonly entered: Through | null;
}

interface Way extends Pick<Reached, 'unchanged' | 'entered'> {
  readonly carried: Carried;
}

// A function that puts what it is given into a list and calls itself would nest a value forever.
const mostKeys = 6;

/** What a literal is called that is written so; `null` if it is written in no known idiom. */
export function formOf(start: Carried): Form | null {
  return finderOf(start, finders)?.finder.form(start) ?? null;
}

/** Follows a value from where it begins through the author's own names, functions and files. */
export function flowFrom(starts: readonly Carried[], idioms: readonly Finder[] = finders): Flow {
  const arrivals: Reached[] = [];
  const seen = new Set<string>();
  let through: Through | null = null;
  const pending: Way[] = starts.map((carried) => ({ carried, unchanged: carried, entered: null }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { carried, unchanged, entered } = next;
    const { node, module, keys } = carried;
    const mark = `${module.path} ${node.start}-${node.end}-${node.type}-${keys.join('.')}`;
    if (seen.has(mark) || keys.length > mostKeys) continue;
    seen.add(mark);
    const steps = finderOf(carried, idioms)?.steps ?? [];
    // What is handed on where nothing runs goes nowhere.
    if (steps.length === 0 || neverRuns(node, module)) continue;
    for (const step of steps) {
      if (step.kind === 'arrival') {
        arrivals.push({ ...step.arrival, unchanged, entered });
        continue;
      }
      const entering = step.through === undefined ? null : { ...step.through, module };
      const after = step.carried.exact ? step.carried : unchanged;
      pending.push({ carried: step.carried, unchanged: after, entered: entered ?? entering });
      if (starts.includes(carried) && keys.length === 0) through = entering ?? through;
    }
  }
  return { through, arrivals: arrivals.toSorted((one, other) => one.node.start - other.node.start) };
}

function finderOf(
  carried: Carried,
  idioms: readonly Finder[],
): { readonly finder: Finder; readonly steps: readonly Step[] } | null {
  for (const finder of idioms) {
    const steps = finder.follow(carried);
    if (steps !== null) return { finder, steps };
  }
  return null;
}
