import { argumentsOf, calledName, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Arrival } from '../finders/finder.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/**
 * `Parameter(torch.empty(inputs, outputs))`: a layer of the author's own is a matrix that is learnt. A width that goes
 * into such matrices from both sides is inside the model; on one side alone it is its input or its output.
 */
export const learntMatrix: Guard = (arrival, all, reading) => {
  if (sideOf(arrival, reading) === null) return elsewhere;
  const sides = new Set(all.filter(({ exact }) => exact).map((other) => sideOf(other, reading)));
  return sides.has(0) && sides.has(1) ? tunable : elsewhere;
};

/** Which of the two sizes of a learnt matrix a value is. */
function sideOf({ call, keyword, position }: Arrival, reading: Reading): 0 | 1 | null {
  if (keyword !== null || (position !== 0 && position !== 1) || !isLearnt(call, reading)) return null;
  const sizes = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  return sizes.length === 2 ? position : null;
}

function isLearnt(call: SyntaxNode, reading: Reading): boolean {
  const slot = slotOf(call, reading);
  return slot !== null && slot.position === 0 && calledName(slot.call, reading) === 'Parameter';
}
