import { slotOf } from '../../python/calls.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { Finder } from './finder.ts';
import { given } from './given.ts';

const casts =
  /^(builtins\.(int|float)|torch\.(as_)?tensor|tensorflow\.(constant|convert_to_tensor)|numpy\.float(16|32|64)|jax\.numpy\.float32)$/;

/** `Dense(64)`, `Adam(LR)`; through `int(…)`, `float(…)` and `torch.tensor(…)`. */
export const positional: Finder = {
  name: 'positional',
  form: () => 'positional',
  follow: (carried) => {
    const slot = slotOf(carried.node, carried.module);
    if (slot?.keyword !== null) return null;
    const callee = fieldOf(slot.call, 'function');
    const cast = callee !== null && casts.test(carried.module.names.canonical(callee) ?? '');
    if (cast) return [{ kind: 'on', carried: { ...carried, node: slot.call } }];
    return given(carried, slot);
  },
};
