import { calledName, callsIn, callsOf } from './calls.ts';
import type { Module, Place } from './links.ts';
import { ancestor, descendants, fieldOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** The function that runs when one of the author's own functions or classes is called, in whichever file. */
export function functionCalled(call: SyntaxNode, module: Module): Place | null {
  const place = definitionCalled(call, module);
  if (place?.node.type !== 'class_definition') return place;
  const start = descendants(place.node).find(
    (node) =>
      node.type === 'function_definition' &&
      place.module.textOf(fieldOf(node, 'name') ?? node) === '__init__' &&
      ancestor(node, 'class_definition') === place.node,
  );
  return start === undefined ? null : { node: start, module: place.module };
}

/** The author's own class that a call makes an instance of, in whichever file. */
export function classCalled(call: SyntaxNode, module: Module): Place | null {
  const place = definitionCalled(call, module);
  return place?.node.type === 'class_definition' ? place : null;
}

function definitionCalled(call: SyntaxNode, module: Module): Place | null {
  const callee = fieldOf(call, 'function');
  if (callee === null) return null;
  const here = module.names.definitionOf(callee);
  return here === null ? module.definitionElsewhere(callee) : { node: here, module };
}

/** Every call, in whichever file, that runs this function, as far as names tell. */
export function callsEverywhere(definition: SyntaxNode, module: Module): readonly Place[] {
  const own = callsOf(definition, module).map((node) => ({ node, module }));
  const around = ancestor(definition, 'class_definition', 'function_definition');
  const name = fieldOf(definition, 'name');
  if (name === null || around?.type === 'function_definition') return own;
  const method = around !== null && module.textOf(name) !== '__init__';
  if (method) return [...own, ...methodCalls(module.textOf(name), module)];
  const called = around === null ? name : fieldOf(around, 'name');
  return [...own, ...(called === null ? [] : callsThrough(module.usesElsewhere(module.textOf(called))))];
}

/** Calls of a method of this name in the other files: whose it is cannot be told. */
function methodCalls(name: string, { modules, path }: Module): readonly Place[] {
  return modules
    .filter((other) => other.path !== path)
    .flatMap((other) =>
      callsIn(other.root)
        .filter((call) => fieldOf(call, 'function')?.type === 'attribute' && calledName(call, other) === name)
        .map((node) => ({ node, module: other })),
    );
}

function callsThrough(uses: readonly Place[]): readonly Place[] {
  return uses.flatMap(({ node, module }) =>
    node.field === 'function' && node.parent?.type === 'call' ? [{ node: node.parent, module }] : [],
  );
}
