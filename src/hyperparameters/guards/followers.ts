import { calledName } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Partner } from '../writing.ts';
import type { Layer } from './torch-layers.ts';
import { wiringOf } from './torch-wiring.ts';
import type { Wiring } from './torch-wires.ts';

/**
 * The literals that must follow the output width of a PyTorch layer: normalisations, the inputs of all layers that it
 * feeds, and a flattened size that is a multiple of it. `null` where they cannot all be told.
 */
export function followersOf(width: SyntaxNode, call: SyntaxNode, reading: Reading): readonly Partner[] | null {
  const size = integerAt(width, reading);
  const wiring = size === null ? null : wiringOf(call, reading);
  if (wiring === null || size === null || wiring.tangled.has(call)) return null;
  const own = wiring.fed.some(({ layer }) => layer.call === call && layer.output === width);
  const taking = wiring.fed.filter(({ from }) => from.has(call));
  // What no layer takes in is the output of the model.
  const hidden = taking.some(({ layer }) => layer.kind === 'weights');
  if (!own || !hidden || !taking.every(({ layer }) => fedOnlyBy(call, layer, wiring))) return null;
  const layers = [...new Set(taking.map(({ layer }) => layer))];
  const flattened = layers.flatMap(({ input }) => (input === null ? [] : [total(input, reading)]));
  const all = [
    ...layers.map((layer) => intoLayer(layer, size, reading)),
    ...wiring.reshaped
      .filter(({ from }) => from.has(call))
      .map(({ sizes }) => throughView(sizes, size, flattened, reading)),
  ];
  return all.includes(null) ? null : unique(all.flatMap((each) => each ?? []));
}

/** Nothing else may feed a layer whose input size is to change. */
function fedOnlyBy(call: SyntaxNode, layer: Layer, { fed }: Wiring): boolean {
  return fed.every((each) => each.layer.call !== layer.call || (each.from.size === 1 && each.from.has(call)));
}

function intoLayer({ input, kind, call }: Layer, size: number, reading: Reading): readonly Partner[] | null {
  if (input === null) return null;
  // Only a fully connected layer may take a picture as one row.
  const flat = kind === 'weights' && calledName(call, reading) === 'Linear';
  return flat || total(input, reading) === size ? following(input, size, reading) : null;
}

/** `x.view(-1, 320)` repeats the flattened size, `x.view(-1, 64, 7, 7)` the number of channels. */
function throughView(
  sizes: readonly SyntaxNode[],
  size: number,
  flattened: readonly (number | null)[],
  reading: Reading,
): readonly Partner[] | null {
  const numbers = sizes.filter((each) => (total(each, reading) ?? 0) > 1);
  const repeated = numbers.filter((each) => [size, ...flattened].includes(total(each, reading)));
  // Other numbers would have to multiply to what the width makes.
  if (repeated.length === 0) return numbers.length === 0 ? [] : null;
  const followed = repeated.map((each) => following(each, size, reading));
  return followed.includes(null) ? null : followed.flatMap((each) => each ?? []);
}

function unique(partners: readonly Partner[]): readonly Partner[] {
  return partners.filter(({ span }, index) => partners.findIndex((other) => other.span.start === span.start) === index);
}

/** The partners in one expression: the size itself, a multiple of it, or the one factor that is it. */
function following(input: SyntaxNode, size: number, reading: Reading): readonly Partner[] | null {
  const whole = integerAt(input, reading);
  if (whole !== null) return whole % size === 0 ? [partner(input, whole / size, reading)] : null;
  const factors = productOf(input)?.filter((factor) => integerAt(factor, reading) === size) ?? [];
  const [only, ...others] = factors;
  return only === undefined || others.length > 0 ? null : [partner(only, 1, reading)];
}

function partner(node: SyntaxNode, times: number, { textOf }: Reading): Partner {
  return { span: { start: node.start, end: node.end }, text: textOf(node), times, plus: 0 };
}

/** The factors of a product of integers; `null` for any other expression. */
function productOf(node: SyntaxNode): readonly SyntaxNode[] | null {
  const parts = descendants(node).filter(({ children }) => children.length === 0);
  const whole = parts.every(({ type }) => ['integer', '*', '(', ')'].includes(type));
  return whole && node.type !== 'integer' ? parts.filter(({ type }) => type === 'integer') : null;
}

function total(node: SyntaxNode, reading: Reading): number | null {
  const whole = integerAt(node, reading);
  if (whole !== null) return whole;
  const factors = productOf(node)?.map((factor) => integerAt(factor, reading) ?? NaN);
  return factors === undefined ? null : factors.reduce((product, factor) => product * factor, 1);
}

function integerAt(node: SyntaxNode, { textOf }: Reading): number | null {
  const literal = node.type === 'integer' ? readLiteral(textOf(node)) : null;
  return typeof literal?.value === 'number' && literal.value > 0 ? literal.value : null;
}
