import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { ancestor } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';

/** `return {'eta': 0.1}`: on to the calls of the function. */
export const returned: Finder = {
  name: 'returned',
  form: () => 'local',
  follow: (carried) => {
    if (carried.node.parent?.type !== 'return_statement') return null;
    const definition = ancestor(carried.node, 'function_definition', 'lambda');
    const calls = definition === null ? [] : callsEverywhere(definition, carried.module);
    return calls.map((place): Step => ({ kind: 'on', carried: { ...carried, ...place } }));
  },
};
