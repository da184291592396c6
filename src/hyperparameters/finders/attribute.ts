import { calledName, callsIn } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, descendants, fieldOf, isTarget } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { makesNamespace } from './dictionary.ts';
import type { Carried, Finder, Step } from './finder.ts';
import { readsOutside } from './instances.ts';

/**
 * `self.rate = rate` in a class: on to every `self.rate` of the class and `settings.rate` of its one instance; `config.rate = 0.1` anywhere: on
 * to every `config.rate` of the file; if it is given only once.
 */
export const attribute: Finder = {
  name: 'attribute',
  form: () => 'attribute',
  follow: (carried) => {
    const { textOf, root } = carried.module;
    const { parent, field } = carried.node;
    const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
    if (left?.type !== 'attribute') return null;
    const filled = intoNamespace(left, carried);
    if (filled !== null) return filled;
    const own = /^self\b/.test(textOf(left));
    const around = own ? ancestor(left, 'class_definition') : root;
    if (around === null) return null;
    const same = descendants(around).filter((node) => node.type === 'attribute' && textOf(node) === textOf(left));
    const givenAgain = same.some((node) => node !== left && isTarget(node));
    if (givenAgain) return [];
    const wanted = fieldOf(left, 'attribute');
    const given = around.type === 'class_definition' && wanted !== null;
    const outside = given ? readsOutside(textOf(wanted), { node: around, module: carried.module }) : [];
    const here = same.filter((node) => node !== left).map((node) => ({ node, module: carried.module }));
    return [...here, ...outside].map((place): Step => ({ kind: 'on', carried: { ...carried, ...place } }));
  },
};

/** `cfg.merge_from_file('net.yaml')`: what the code says is only what the file leaves out. */
function isOverlaid({ modules }: Module): boolean {
  return modules.some((module) => callsIn(module.root).some((call) => calledName(call, module) === 'merge_from_file'));
}

/** `config = ConfigDict()`, `config.optimizer.rate = 0.1`: on as a value of the dictionary that it is. */
function intoNamespace(left: SyntaxNode, carried: Carried): readonly Step[] | null {
  const { textOf, bindings } = carried.module;
  const keys: string[] = [];
  let owner = left;
  for (; owner.type === 'attribute'; owner = fieldOf(owner, 'object') ?? left.children[0] ?? left)
    keys.unshift(textOf(fieldOf(owner, 'attribute') ?? owner));
  const binding = owner.type === 'identifier' ? bindings.reaching(owner) : null;
  if (binding?.value?.type !== 'call' || !makesNamespace(binding.value, carried.module)) return null;
  if (isOverlaid(carried.module)) return [];
  return bindings
    .usesOf(binding)
    .filter((use) => use.start > carried.node.end)
    .map((node): Step => ({ kind: 'on', carried: { ...carried, node, keys: [...keys, ...carried.keys] } }));
}
