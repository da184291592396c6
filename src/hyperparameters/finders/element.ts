import { namedChildren } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';

/** `hidden_layer_sizes=(50, 20)`: each element of a tuple or list by its index. */
export const element: Finder = {
  name: 'element',
  form: () => 'element',
  follow: (carried) => {
    const { parent } = carried.node;
    if (parent?.type !== 'tuple' && parent?.type !== 'list') return null;
    // A path of two keys is no place that the catalogue knows.
    if (carried.key !== null) return [];
    const key = String(namedChildren(parent).indexOf(carried.node));
    return [{ kind: 'on', carried: { ...carried, node: parent, key } }];
  },
};
