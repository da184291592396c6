import { functionCalled } from '../../python/calls-everywhere.ts';
import { parameterFor, parameterTarget } from '../../python/calls.ts';
import type { Slot } from '../../python/calls.ts';
import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Step } from './finder.ts';

/** An argument goes into the author's own function, or it has arrived in somebody else's. */
export function given(carried: Carried, slot: Slot): readonly Step[] {
  const called = functionCalled(slot.call, carried.module);
  if (called === null) return [{ kind: 'arrival', arrival: { ...carried, ...slot } }];
  const { node: definition, module } = called;
  const parameter = parameterFor(slot, definition, module);
  const target = parameter === null ? null : parameterTarget(parameter);
  return target === null ? [] : usesOf(target, { ...carried, module }).map((step) => ({ ...step, through: slot }));
}

/** On to every use that the binding of this identifier, in the file of `carried`, reaches; in other files too. */
export function usesOf(target: SyntaxNode, carried: Carried): readonly Extract<Step, { kind: 'on' }>[] {
  const { bindings } = carried.module;
  const binding = bindings.madeAt(target);
  const here = binding === null ? [] : bindings.usesOf(binding).map((node) => ({ node, module: carried.module }));
  return [...here, ...usesElsewhere(target, carried)].map((place) => ({
    kind: 'on',
    carried: { ...carried, ...place },
  }));
}

/** A module-level name is seen by other files as it was bound last. */
function usesElsewhere(target: SyntaxNode, { module }: Carried): ReturnType<typeof module.usesElsewhere> {
  if (ancestor(target, 'function_definition', 'lambda', 'class_definition') !== null) return [];
  const name = module.textOf(target);
  const again = descendants(module.root).some((node) => {
    const left = node.type === 'assignment' && node.start > target.start ? fieldOf(node, 'left') : null;
    return left !== null && module.textOf(left) === name && ancestor(node, 'function_definition') === null;
  });
  return again ? [] : module.usesElsewhere(name);
}
