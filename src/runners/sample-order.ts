import type { Order } from '../study/order.ts';

type Place = Pick<Order, 'study' | 'trial' | 'attempt' | 'fence' | 'script' | 'directory' | 'arguments'>;

/** An order that asks for nothing but to run the script. For tests. */
export function sampleOrder(at: Place): Order {
  return {
    v: 1,
    ...at,
    seed: null,
    limits: { seconds: null, epochs: null },
    watch: [],
    warm: false,
    saveModel: false,
    dry: false,
    crossValidate: false,
  };
}
