import { calledName, slotOf } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Finder, Step } from '../finders/finder.ts';
import { finders } from '../finders/finders.ts';
import { usesOf } from '../finders/given.ts';

const libraries = /^(yaml|json|tomllib|tomli|toml|omegaconf|ruamel|oyaml|json5|rtoml|hjson|pyhocon|munch)\b/;
const loads = /^(safe_load|full_load|unsafe_load|load|loads|fromJSON|fromYAML)$/;

/** Whether a call reads the text of a configuration file into dictionaries. */
export function loadsConfiguration(call: SyntaxNode, { names, textOf }: Module): boolean {
  const callee = fieldOf(call, 'function');
  if (callee === null || !loads.test(textOf(callee).split('.').at(-1) ?? '')) return false;
  const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const made = object === null ? null : names.madeBy(object);
  return libraries.test(names.canonical(callee) ?? '') || libraries.test(made ?? '');
}

const paths = /^(open|Path|PurePath|join|abspath|realpath|expanduser|str|fspath|joinpath|StringIO|BytesIO)$/;
const methods = /^(open|read|read_text|read_bytes|resolve|absolute|expanduser|decode)$/;

/** `open('config.yaml')`, `Path(root) / name`, `with open(path) as file`: from a file's name to what is read from it. */
const opening: Finder = {
  name: 'opening a file',
  form: () => null,
  follow: (carried) => {
    const { node, module } = carried;
    const slot = slotOf(node, module);
    if (slot !== null && loadsConfiguration(slot.call, module))
      return [{ kind: 'arrival', arrival: { ...carried, ...slot } }];
    if (slot !== null && paths.test(calledName(slot.call, module))) return [on(slot.call, carried)];
    const method = node.field === 'object' && node.parent?.type === 'attribute' ? node.parent : null;
    if (method !== null && method.parent?.type === 'call' && methods.test(calledName(method.parent, module)))
      return [on(method.parent, carried)];
    if (node.parent?.type === 'binary_operator' && module.textOf(node.parent).includes('/'))
      return [on(node.parent, carried)];
    return node.parent?.type === 'as_pattern' ? named(node.parent, carried) : null;
  },
};

function on(node: SyntaxNode, carried: Carried): Step {
  return { kind: 'on', carried: { ...carried, node } };
}

/** `with open(path) as file:` */
function named(pattern: SyntaxNode, carried: Carried): readonly Step[] {
  const target = namedChildren(pattern).find(({ type }) => type === 'as_pattern_target')?.children[0];
  return target === undefined ? [] : usesOf(target, carried);
}

/** The idioms in which the name of a file travels. */
export const openings: readonly Finder[] = [opening, ...finders];
