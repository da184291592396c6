import type { Finder } from './finder.ts';

/** `(64)`, `units * 2`: a part of an expression; what was computed is no longer the value itself. */
export const expression: Finder = {
  name: 'expression',
  // The literal in `units * 2` is the author's arithmetic, not a hyper-parameter.
  form: ({ node }) =>
    node.parent?.type === 'conditional_expression' && node.parent.children.at(-1) === node ? 'default' : null,
  follow: (carried) => {
    const { parent } = carried.node;
    if (parent === null || carried.key !== null) return null;
    // `float(sys.argv[1]) if given else 0.5`: the one or the other, unchanged.
    if (parent.type === 'conditional_expression' && parent.children[2] !== carried.node)
      return [{ kind: 'on', carried: { ...carried, node: parent } }];
    if (parent.type === 'parenthesized_expression') return [{ kind: 'on', carried: { ...carried, node: parent } }];
    if (parent.type !== 'binary_operator' && parent.type !== 'unary_operator') return null;
    return [{ kind: 'on', carried: { ...carried, node: parent, exact: false } }];
  },
};
