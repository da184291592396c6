import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';

/** `self.rate = rate` in a class: on to every `self.rate` of the class, if it is given only once. */
export const attribute: Finder = {
  name: 'attribute',
  form: () => 'attribute',
  follow: (carried, { textOf }) => {
    const { parent, field } = carried.node;
    const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
    const around = left?.type === 'attribute' ? ancestor(left, 'class_definition') : null;
    if (left === null || around === null) return null;
    const same = descendants(around).filter((node) => node.type === 'attribute' && textOf(node) === textOf(left));
    const givenAgain = same.some((node) => node !== left && node.field === 'left' && node.parent?.type !== 'call');
    if (givenAgain) return [];
    return same.filter((node) => node !== left).map((node): Step => ({ kind: 'on', carried: { ...carried, node } }));
  },
};
