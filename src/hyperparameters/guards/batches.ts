import { callsIn, keywordValue } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { left, tunable } from './guard.ts';
import type { Guard, Verdict } from './guard.ts';

/**
 * The size of training batches. Where the number of steps of an epoch is fixed, larger ones may run out of data, and
 * training would end early; smaller ones only see less of it.
 */
export const batches: Guard = ({ node }, _, reading) =>
  fixedSteps(reading) ? atMostAsWritten(node, reading) : tunable;

/** The size that is written, or smaller; where it is not seen here, it stays. */
export function atMostAsWritten(node: SyntaxNode, reading: Reading): Verdict {
  const binding = node.type === 'identifier' ? reading.bindings.reaching(node) : null;
  const most = Number(readLiteral(reading.textOf(binding?.value ?? node))?.value ?? Number.NaN);
  return Number.isInteger(most)
    ? { kind: 'tunable', most }
    : left('the number of steps an epoch has is fixed beside it');
}

export function fixedSteps(reading: Reading): boolean {
  return callsIn(reading.root).some((call) => {
    const steps = keywordValue(call, 'steps_per_epoch', reading) ?? keywordValue(call, 'samples_per_epoch', reading);
    if (steps === null) return false;
    const binding = steps.type === 'identifier' ? reading.bindings.reaching(steps) : null;
    return (binding?.value ?? steps).type === 'integer';
  });
}
