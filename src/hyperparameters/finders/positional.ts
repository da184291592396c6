import { slotOf } from '../../python/calls.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';
import { given } from './given.ts';

const casts = ['builtins.int', 'builtins.float'];

/** `Dense(64)`, `Adam(LR)`; through `int(…)` and `float(…)`. */
export const positional: Finder = {
  name: 'positional',
  form: () => 'positional',
  follow: (carried) => {
    const slot = slotOf(carried.node, carried.module);
    if (slot?.keyword !== null) return null;
    const callee = fieldOf(slot.call, 'function');
    const cast = callee !== null && casts.includes(carried.module.names.canonical(callee) ?? '');
    if (cast) return [{ kind: 'on', carried: { ...carried, node: slot.call } }];
    return given(carried, slot);
  },
};
