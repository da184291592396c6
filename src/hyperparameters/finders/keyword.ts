import { slotOf } from '../../python/calls.ts';
import type { Finder } from './finder.ts';
import { given } from './given.ts';

/** `Dense(units=64)`, `fit(x, y, epochs=EPOCHS)`. */
export const keyword: Finder = {
  name: 'keyword',
  form: () => 'keyword',
  follow: (carried) => {
    const slot = slotOf(carried.node, carried.module);
    return slot?.keyword == null ? null : given(carried, slot);
  },
};
