import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Dimension } from '../search/space.ts';
import { isReached } from './outcome.ts';
import type { Change, Outcome, TrialLine } from './outcome.ts';
import type { Plan } from './plan.ts';

/*
 * What `--json` prints: only what is meant for other programs, field by field. Our own values hold more than that, up
 * to syntax trees, which are no JSON.
 */

/** A tunable place, as in `detect --json` (ARCHITECTURE.md, "Commands"). */
export function placeDocument({ id, path, name, text, place, form, dimension, evidence }: Hyperparameter): object {
  const { start, end } = place;
  return {
    id,
    path,
    name,
    value: text,
    ...(start.cell === undefined ? {} : { cell: start.cell }),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    form,
    range: rangeDocument(dimension),
    evidence,
  };
}

export function planDocument(plan: Plan): object {
  return { ...plan, hyperparameters: plan.hyperparameters.map(placeDocument) };
}

export function outcomeDocument(outcome: Outcome): object {
  const { baseline, best, trials, undone, mattered, ...rest } = outcome;
  return {
    reached: isReached(outcome),
    ...rest,
    baseline: trialDocument(baseline),
    best: best === null ? null : trialDocument(best),
    trials: trials.map(trialDocument),
    undone: undone.map(changeDocument),
    mattered: mattered.map(({ hyperparameter: { id, name }, share }) => ({ id, name, share })),
  };
}

function trialDocument({ changes, ...rest }: TrialLine): object {
  return { ...rest, changes: changes.map(changeDocument) };
}

function changeDocument({ hyperparameter, before, after }: Change): object {
  const { id, path, name, place } = hyperparameter;
  return { id, path, name, line: place.start.line, before, after };
}

function rangeDocument(dimension: Dimension): object {
  if (dimension.kind === 'choice') return { kind: dimension.kind, choices: dimension.choices };
  const { kind, low, high, scale } = dimension;
  return { kind, low, high, scale };
}
