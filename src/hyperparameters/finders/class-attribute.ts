import { argumentsOf, calledName, keywordValue, slotOf } from '../../python/calls.ts';
import type { Place } from '../../python/links.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';
import { constructions, isAssignedElsewhere, readsOf } from './instances.ts';

/** `class Config: lr = 0.1`, a dataclass's `lr: float = field(default=0.1)`: on to every `config.lr`. */
export const classAttribute: Finder = {
  name: 'class attribute',
  form: ({ node }) => (isAnnotated(node) ? 'default' : 'attribute'),
  follow: (carried) => {
    const { module } = carried;
    const name = attributeName(wholeDefault(carried.node, module));
    const around = name === null ? null : ancestor(name, 'class_definition', 'function_definition');
    if (name === null || around?.type !== 'class_definition') return null;
    const wanted = module.textOf(name);
    const place = { node: around, module };
    if (isGivenElsewhere(wanted, place)) return [];
    return readsOf(wanted, place).map((read): Step => ({ kind: 'on', carried: { ...carried, ...read } }));
  },
};

/** `field(default=0.1)` stands for its default. */
function wholeDefault(node: SyntaxNode, reading: Reading): SyntaxNode {
  const slot = slotOf(node, reading);
  const wrapped = slot?.keyword === 'default' && calledName(slot.call, reading) === 'field';
  return wrapped ? slot.call : node;
}

function attributeName({ parent, field }: SyntaxNode): SyntaxNode | null {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  return left?.type === 'identifier' ? left : null;
}

function isAnnotated(node: SyntaxNode): boolean {
  const statement = ancestor(node, 'assignment');
  return statement !== null && fieldOf(statement, 'type') !== null;
}

/** A constructor call that names it, or an assignment, says something else than the class does. */
function isGivenElsewhere(wanted: string, place: Place): boolean {
  const given = constructions(place).some(({ node: call, module }) => {
    const splat = argumentsOf(call).some(({ type }) => type === 'dictionary_splat');
    return splat || keywordValue(call, wanted, module) !== null;
  });
  return given || isAssignedElsewhere(wanted, place);
}
