import { namedChildren } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';

/** Longer ones are data. */
const longest = 200;

/** `hidden_layer_sizes=(50, 20)`: each element of a tuple or list by its index. */
export const element: Finder = {
  name: 'element',
  form: () => 'element',
  follow: (carried) => {
    const { parent } = carried.node;
    if (parent?.type !== 'tuple' && parent?.type !== 'list') return null;
    const elements = namedChildren(parent);
    if (elements.length > longest) return null;
    const index = String(elements.indexOf(carried.node));
    return [{ kind: 'on', carried: { ...carried, node: parent, keys: [index, ...carried.keys] } }];
  },
};
