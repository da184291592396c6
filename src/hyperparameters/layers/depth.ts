import type { Reading } from '../../python/reading.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import type { Variant } from '../writing.ts';
import { architecture } from './architecture.ts';
import { blocksOf, hiddenOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { copied, removed } from './copies.ts';
import { pictureAfter, pictureInto } from './picture.ts';
import type { Stack } from './stack.ts';

const mostMore = 2;

/** One or two hidden layers more, or one less: the last hidden block of each kind is copied or removed. */
export function depths(stack: Stack, reading: Reading): readonly Hyperparameter[] {
  return (['dense', 'conv'] as const).flatMap((kind) => {
    const hidden = hiddenOf(blocksOf(stack), kind);
    const last = hidden.at(-1);
    if (last === undefined) return [];
    const variants = [...less(hidden, last, stack, reading), ...more(hidden, last, stack, reading)];
    const counts = [hidden.length, ...variants.map(({ value }) => Number(value))];
    if (variants.length === 0) return [];
    const edit = {
      name: kind === 'dense' ? 'hidden_layers' : 'conv_blocks',
      knob: kind === 'dense' ? 'layers' : 'blocks',
      anchor: stack.anchor,
      at: last.items[0].whole,
      value: hidden.length,
      axis: { kind: 'integer', low: Math.min(...counts), high: Math.max(...counts), scale: 'linear' },
      writing: { kind: 'variants', variants },
    } as const;
    return [architecture(edit, reading)];
  });
}

/** At least one hidden layer stays, and the anchor's own. */
function less(hidden: readonly Block[], last: Block, stack: Stack, reading: Reading): readonly Variant[] {
  const anchored = last.items.some(({ layer }) => layer === stack.anchor);
  // Without it, the layer behind would be given another width in PyTorch.
  if (hidden.length < 2 || anchored || stack.library === 'torch') return [];
  return [{ value: hidden.length - 1, changes: removed(last, stack, reading) }];
}

function more(hidden: readonly Block[], last: Block, stack: Stack, reading: Reading): readonly Variant[] {
  return Array.from({ length: mostMore }, (_, index) => index + 1).flatMap((times): Variant[] => {
    if (last.kind === 'conv' && !fits(last, times, stack, reading)) return [];
    const change = copied(last, times, stack, reading);
    return change === null ? [] : [{ value: hidden.length + times, changes: [change] }];
  });
}

/** A convolution block more only while there is a picture left to look at; where its size is not written, none. */
function fits(block: Block, times: number, { items, library }: Stack, reading: Reading): boolean {
  if (library === 'torch') return false;
  const size = pictureInto(items, reading);
  const last = block.items.at(-1) ?? block.items[0];
  const until = items.slice(0, items.indexOf(last) + 1);
  const repeated = Array.from({ length: times }, () => block.items).flat();
  return size !== null && pictureAfter(size, [...until, ...repeated], reading) !== null;
}
