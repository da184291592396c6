import { calledFunction, parameterFor, parameterTarget } from '../../python/calls.ts';
import type { Slot } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Step } from './finder.ts';

/** An argument goes into the author's own function, or it has arrived in somebody else's. */
export function given(carried: Carried, slot: Slot, reading: Reading): readonly Step[] {
  const definition = calledFunction(slot.call, reading);
  if (definition === null) return [{ kind: 'arrival', arrival: { ...carried, ...slot } }];
  const parameter = parameterFor(slot, definition, reading);
  const target = parameter === null ? null : parameterTarget(parameter);
  return target === null ? [] : usesOf(target, carried, reading).map((step) => ({ ...step, through: slot }));
}

/** On to every use that the binding of this identifier reaches. */
export function usesOf(
  target: SyntaxNode,
  carried: Carried,
  reading: Reading,
): readonly Extract<Step, { kind: 'on' }>[] {
  const binding = reading.bindings.madeAt(target);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  return uses.map((node) => ({ kind: 'on', carried: { ...carried, node } }));
}
