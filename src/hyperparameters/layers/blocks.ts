import type { Item, Stack } from './stack.ts';

/** A layer with weights and what belongs to it: its activation, normalisation, pooling and dropout. */
export interface Block {
  readonly kind: 'dense' | 'conv' | 'other';
  readonly items: readonly [Item, ...Item[]];
}

const dense = /^(Dense|Linear)$/;
const conv = /^(Separable)?Conv(olution)?[123][dD]$/;
const companions =
  /^(Activation|ReLU6?|LeakyReLU|PReLU|ELU|SELU|GELU|SiLU|Sigmoid|Tanh|Softmax|LogSoftmax|BatchNorm(alization|[123]d)|LayerNorm(alization)?|(Spatial)?Dropout([123][dD])?|AlphaDropout|(Max|Average|Avg)Pool(ing)?[123][dD])$/;

/** The stack cut before each layer with weights; what comes before the first one stands alone. */
export function blocksOf({ items }: Stack): readonly Block[] {
  const blocks: { kind: Block['kind']; items: [Item, ...Item[]] }[] = [];
  for (const item of items) {
    const last = blocks.at(-1);
    const kind = dense.test(item.name) ? 'dense' : conv.test(item.name) ? 'conv' : 'other';
    if (kind === 'other' && companions.test(item.name) && last !== undefined && last.kind !== 'other')
      last.items.push(item);
    else blocks.push({ kind, items: [item] });
  }
  return blocks;
}

/** The hidden dense layers: all but the last layer with weights of the model. */
export function hiddenOf(blocks: readonly Block[], kind: 'dense' | 'conv'): readonly Block[] {
  const last = blocks.findLast((block) => block.kind !== 'other');
  return blocks.filter((block) => block.kind === kind && block !== last);
}
