import { calledName, callsIn, callsOf } from './calls.ts';
import type { Module, Place } from './links.ts';
import { ancestor, descendants, fieldOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** The function that runs when one of the author's own functions or classes is called, in whichever file. */
export function functionCalled(call: SyntaxNode, module: Module): Place | null {
  const place = definitionCalled(call, module);
  if (place?.node.type !== 'class_definition') return place;
  const start = methodIn(place, '__init__');
  return start === null ? null : { node: start, module: place.module };
}

/** The author's own class that a call makes an instance of, in whichever file. */
export function classCalled(call: SyntaxNode, module: Module): Place | null {
  const place = definitionCalled(call, module);
  return place?.node.type === 'class_definition' ? place : null;
}

function definitionCalled(call: SyntaxNode, module: Module): Place | null {
  const callee = fieldOf(call, 'function');
  return callee === null ? null : (definitionNamed(callee, module) ?? methodNamed(callee, module));
}

/** The author's own function or class that a name stands for, in whichever file. */
export function definitionNamed(name: SyntaxNode, module: Module): Place | null {
  const here = module.names.definitionOf(name);
  return here === null ? module.definitionElsewhere(name) : { node: here, module };
}

/** `net.train_model`, where `net` is an instance of the author's own class. */
export function methodNamed(callee: SyntaxNode, module: Module): Place | null {
  const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const name = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
  const place = object === null ? null : classOf(object, module, 0);
  if (place === null || name === null) return null;
  const method = methodIn(place, module.textOf(name));
  return method === null ? null : { node: method, module: place.module };
}

const deepest = 4;

/** The author's own class that an object is an instance of, where that can be told. */
function classOf(object: SyntaxNode, module: Module, depth: number): Place | null {
  if (depth > deepest) return null;
  if (object.type === 'call') {
    const callee = fieldOf(object, 'function');
    // `Net().to(device)` is the net.
    const inner = callee?.type === 'attribute' && itself.test(module.textOf(callee)) ? fieldOf(callee, 'object') : null;
    return inner === null ? classCalled(object, module) : classOf(inner, module, depth + 1);
  }
  if (object.type !== 'identifier') return null;
  if (module.textOf(object) === 'self') {
    const around = ancestor(object, 'class_definition');
    return around === null ? null : { node: around, module };
  }
  const value = module.bindings.reaching(object)?.value ?? null;
  if (value !== null) return value === object ? null : classOf(value, module, depth + 1);
  // A notebook makes the same object anew further down.
  const [first, ...others] = module.bindings.candidates(object).map((each) => {
    const callee = each.value?.type === 'call' ? fieldOf(each.value, 'function') : null;
    const made = callee === null ? null : definitionNamed(callee, module);
    return made?.node.type === 'class_definition' ? made : null;
  });
  return first != null && others.every((other) => other?.node === first.node) ? first : null;
}

const itself = /\.(to|cuda|cpu)$/;

export function methodIn({ node: around, module }: Place, name: string): SyntaxNode | null {
  return (
    descendants(around).find(
      (node) =>
        node.type === 'function_definition' &&
        module.textOf(fieldOf(node, 'name') ?? node) === name &&
        ancestor(node, 'class_definition') === around,
    ) ?? null
  );
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
