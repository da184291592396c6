import type { Finder } from './finder.ts';

/** `(64)`, `units * 2`: a part of an expression; what was computed is no longer the value itself. */
export const expression: Finder = {
  name: 'expression',
  // The literal in `units * 2` is the author's arithmetic, not a hyper-parameter.
  form: () => null,
  follow: (carried) => {
    const { parent } = carried.node;
    if (parent === null || carried.key !== null) return null;
    if (parent.type === 'parenthesized_expression') return [{ kind: 'on', carried: { ...carried, node: parent } }];
    if (parent.type !== 'binary_operator' && parent.type !== 'unary_operator') return null;
    return [{ kind: 'on', carried: { ...carried, node: parent, exact: false } }];
  },
};
