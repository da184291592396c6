import { argumentsOf, keywordValue } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Item } from './stack.ts';

/**
 * The height and width of the picture after layers of Keras, as its convolution arithmetic has it; `null`
 * where a number is not written or a layer is not known.
 */
export function pictureAfter(
  size: readonly number[],
  items: readonly Item[],
  reading: Reading,
): readonly number[] | null {
  let now: readonly number[] | null = size;
  for (const item of items) {
    now = now === null ? null : stepped(now, item, reading);
    if (now?.some((length) => length < 1) === true) return null;
  }
  return now;
}

/** The picture that goes in: `input_shape=(28, 28, 1)` of the first layer, or an `Input` before it. */
export function pictureInto(items: readonly Item[], reading: Reading): readonly number[] | null {
  for (const { layer, name } of items.slice(0, 2)) {
    const shape =
      keywordValue(layer, 'input_shape', reading) ?? (/^Input(Layer)?$/.test(name) ? shapeOf(layer, reading) : null);
    const sizes = shape === null ? null : integersIn(shape, reading);
    if (sizes !== null && sizes.length === 3) return sizes.slice(0, 2);
  }
  return null;
}

function shapeOf(layer: SyntaxNode, reading: Reading): SyntaxNode | null {
  return keywordValue(layer, 'shape', reading) ?? argumentsOf(layer)[0] ?? null;
}

function stepped(size: readonly number[], { layer, name }: Item, reading: Reading): readonly number[] | null {
  if (/^(Separable)?Conv(olution)?2D$/.test(name)) {
    const kernel = numberAt(layer, 'kernel_size', 1, reading);
    const stride = numberAt(layer, 'strides', 2, reading) ?? 1;
    return kernel === null ? null : moved(size, kernel, stride, isSame(layer, reading));
  }
  if (/Pool(ing)?2D$/.test(name) && !name.startsWith('Global')) {
    const pool = numberAt(layer, 'pool_size', 0, reading) ?? (argumentsOf(layer).length === 0 ? 2 : null);
    return pool === null
      ? null
      : moved(size, pool, numberAt(layer, 'strides', 1, reading) ?? pool, isSame(layer, reading));
  }
  return /^(Conv|ZeroPadding|Cropping|UpSampling|Reshape|Global)/.test(name) ? null : size;
}

function moved(size: readonly number[], window: number, stride: number, same: boolean): readonly number[] {
  return size.map((length) => (same ? Math.ceil(length / stride) : Math.floor((length - window) / stride) + 1));
}

function isSame(layer: SyntaxNode, reading: Reading): boolean {
  const padding = keywordValue(layer, 'padding', reading);
  return padding !== null && readLiteral(reading.textOf(padding))?.value === 'same';
}

/** A size given as a number or as a tuple of equal numbers; the larger of two. */
function numberAt(layer: SyntaxNode, name: string, position: number, reading: Reading): number | null {
  const positional = argumentsOf(layer).filter(({ type }) => type !== 'keyword_argument');
  const given = keywordValue(layer, name, reading) ?? positional[position] ?? null;
  const sizes = given === null ? null : integersIn(given, reading);
  return sizes === null || sizes.length === 0 ? null : Math.max(...sizes);
}

function integersIn(node: SyntaxNode, reading: Reading): readonly number[] | null {
  const parts = node.type === 'tuple' || node.type === 'list' ? namedChildren(node) : [node];
  const values = parts.map((part) => {
    const bound = part.type === 'identifier' ? (reading.bindings.reaching(part)?.value ?? part) : part;
    return readLiteral(reading.textOf(bound))?.value;
  });
  return values.every((value) => typeof value === 'number')
    ? values.filter((value) => typeof value === 'number')
    : null;
}
