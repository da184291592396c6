import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, parameterFor, parameterTarget, slotOf } from '../../python/calls.ts';
import type { Module, Place } from '../../python/links.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { Reading } from '../../python/reading.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';
import { usesOf } from './given.ts';

/** `def build(units=64)`: where at least one call leaves the argument out, or somebody else calls it. */
export const defaultValue: Finder = {
  name: 'default',
  form: () => 'default',
  follow: (carried) => {
    const { module } = carried;
    const { parent: parameter, field } = carried.node;
    if (field !== 'value' || (parameter?.type !== 'default_parameter' && parameter?.type !== 'typed_default_parameter'))
      return null;
    const definition = ancestor(parameter, 'function_definition', 'lambda');
    const target = parameterTarget(parameter);
    if (definition === null || target === null) return [];
    const calls = callsEverywhere(definition, module);
    const used =
      isCommand(definition, module) ||
      (calls.length === 0
        ? isHandedOver(definition, module)
        : calls.some((call) => !fills(call, parameter, definition, module)));
    return used ? usesOf(target, carried) : [];
  },
};

function fills(call: Place, parameter: SyntaxNode, definition: SyntaxNode, module: Module): boolean {
  return argumentsOf(call.node).some((argument) => {
    if (argument.type === 'dictionary_splat' || argument.type === 'list_splat') return true;
    const value = argument.type === 'keyword_argument' ? argument.children.at(-1) : argument;
    const slot = value === undefined ? null : slotOf(value, call.module);
    return slot !== null && parameterFor(slot, definition, module) === parameter;
  });
}

/** `@app.command()`: whoever else calls it, the command line does. */
function isCommand({ parent }: SyntaxNode, { textOf }: Reading): boolean {
  return (
    parent?.type === 'decorated_definition' &&
    parent.children.some(
      (child) => child.type === 'decorator' && /\.(command|callback|automain|main)\b/.test(textOf(child)),
    )
  );
}

/** A function that a decorator or another function gets to call: `typer.run(train)`, `@app.command()`. */
function isHandedOver(definition: SyntaxNode, reading: Module): boolean {
  // `LightningCLI(Net)` makes the class itself.
  const around = ancestor(definition, 'class_definition', 'function_definition');
  const starts =
    around?.type === 'class_definition' && reading.textOf(fieldOf(definition, 'name') ?? definition) === '__init__';
  const name = fieldOf(starts ? around : definition, 'name');
  const binding = name === null ? null : reading.bindings.madeAt(name);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  const given = uses.some((use) => {
    const slot = slotOf(use, reading);
    return slot !== null && !/^(isinstance|issubclass|super)$/.test(calledName(slot.call, reading));
  });
  return definition.parent?.type === 'decorated_definition' || given;
}
