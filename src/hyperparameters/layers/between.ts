import type { Reading } from '../../python/reading.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import { valueHole } from '../writing.ts';
import type { Change, Piece } from '../writing.ts';
import { architecture } from './architecture.ts';
import { blocksOf, hiddenOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { separator } from './copies.ts';
import { importing } from './importing.ts';
import type { Item, Stack } from './stack.ts';

/** Dropout behind the last hidden dense layer, and normalisation behind each convolution, where a model has none. */
export function between(stack: Stack, reading: Reading): readonly Hyperparameter[] {
  return [...dropout(stack, reading), ...normalisation(stack, reading)];
}

function dropout(stack: Stack, reading: Reading): readonly Hyperparameter[] {
  if (stack.items.some(({ name }) => name.includes('Dropout'))) return [];
  const block = hiddenOf(blocksOf(stack), 'dense').at(-1);
  const last = block?.items.at(-1);
  const change = last === undefined ? null : added('Dropout', ['(', valueHole, ')'], last, stack, reading);
  if (last === undefined || change === null) return [];
  const edit = {
    name: 'dropout',
    knob: 'dropout',
    anchor: stack.anchor,
    at: last.whole,
    value: 0,
    axis: { kind: 'real', low: 0, high: 0.5, scale: 'linear' },
    writing: { kind: 'template', like: '0.0', changes: change },
  } as const;
  return [architecture(edit, reading)];
}

function normalisation(stack: Stack, reading: Reading): readonly Hyperparameter[] {
  if (stack.library === 'torch' || stack.items.some(({ name }) => name.includes('Norm'))) return [];
  const blocks = hiddenOf(blocksOf(stack), 'conv');
  const [first] = blocks;
  const changes = blocks.map((block) => behindWeights(block, stack, reading));
  if (first === undefined || changes.includes(null)) return [];
  const edit = {
    name: 'batch_normalization',
    knob: 'normalisation',
    anchor: stack.anchor,
    at: first.items[0].whole,
    value: false,
    axis: { kind: 'choice', choices: [false, true] },
    writing: { kind: 'variants', variants: [{ value: true, changes: changes.flatMap((each) => each ?? []) }] },
  } as const;
  return [architecture(edit, reading)];
}

function behindWeights(block: Block, stack: Stack, reading: Reading): readonly Change[] | null {
  return added('BatchNormalization', ['()'], block.items[0], stack, reading);
}

/** A new layer behind another, called as the author calls its neighbour, with the import that it needs. */
function added(
  name: string,
  rest: readonly Piece[],
  behind: Item,
  stack: Stack,
  reading: Reading,
): readonly Change[] | null {
  const { layer, whole } = behind;
  const callee = fieldOf(layer, 'function');
  if (callee === null) return null;
  const module = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const needed = module === null ? importing(name, callee, reading) : [];
  if (needed === null) return null;
  const word = module === null ? name : `${reading.textOf(module)}.${name}`;
  const around = frame(layer, whole, stack, reading);
  if (around === null) return null;
  const pieces = [separator(behind, stack, reading), around.before, word, ...rest, around.after];
  return [{ span: { start: whole.end, end: whole.end }, pieces }, ...needed];
}

/** What stands around a layer's call: `model.add(` and `)`, `x = ` and `(x)`, nothing in a list. */
function frame(
  layer: Item['layer'],
  whole: Item['whole'],
  { style }: Stack,
  { text }: Reading,
): { before: string; after: string } | null {
  if (style === 'list') return { before: '', after: '' };
  const [before, after] = [text.slice(whole.start, layer.start), text.slice(layer.end, whole.end)];
  return /[\r\n#]/.test(before + after) ? null : { before, after };
}
