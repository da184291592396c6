import { slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/**
 * Where a value that a Keras model gives out goes on: `encoder.output` and `encoder(pictures)`, where
 * `encoder = Model(pictures, value)`.
 */
export function usesOfOutput(value: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const slot = slotOf(value, reading);
  if (slot === null || !(slot.keyword === null ? slot.position === 1 : /^outputs?$/.test(slot.keyword))) return [];
  const callee = fieldOf(slot.call, 'function');
  const canonical = callee === null ? null : reading.names.canonical(callee);
  if (canonical === null || !/^(keras|tensorflow)\..*\bModel$/.test(canonical)) return [];
  const target = slot.call.parent?.type === 'assignment' ? fieldOf(slot.call.parent, 'left') : null;
  const binding = target === null ? null : reading.bindings.madeAt(target);
  return (binding === null ? [] : reading.bindings.usesOf(binding)).flatMap(({ parent, field }) => {
    if (parent?.type === 'call' && field === 'function') return [parent];
    const attribute = parent?.type === 'attribute' && field === 'object' ? fieldOf(parent, 'attribute') : null;
    return attribute !== null && parent !== null && /^outputs?$/.test(reading.textOf(attribute)) ? [parent] : [];
  });
}
