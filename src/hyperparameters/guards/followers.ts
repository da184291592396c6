import { calledName, callsIn, argumentsOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Partner } from '../writing.ts';
import { chainOf } from './torch-chain.ts';
import type { Chain, Layer } from './torch-chain.ts';

/**
 * The literals that must follow the output width of a PyTorch layer: normalisations, the next layer's
 * input, and a flattened size that is a multiple of it. `null` where they cannot all be told.
 */
export function followersOf(width: SyntaxNode, call: SyntaxNode, reading: Reading): readonly Partner[] | null {
  const size = integerAt(width, reading);
  const chain = size === null ? null : chainOf(call, reading);
  const at = chain?.layers.findIndex((layer) => layer.call === call && layer.output === width) ?? -1;
  if (chain === null || size === null || at < 0) return null;
  const partners: Partner[] = [];
  for (const layer of chain.layers.slice(at + 1)) {
    if (layer.kind === 'plain') continue;
    const followed = layer.input === null ? null : following(layer.input, size, reading);
    if (followed === null) return null;
    partners.push(...followed);
    if (layer.kind === 'norm') continue;
    const flattened = layer.input === null ? null : total(layer.input, reading);
    return flattened === size ? partners : withViews(partners, flattened, size, chain, layer, reading);
  }
  // No layer takes it in: it is the output of the model.
  return null;
}

/** The partners in one expression: the size itself, a multiple of it, or the one factor that is it. */
function following(input: SyntaxNode, size: number, reading: Reading): readonly Partner[] | null {
  const whole = integerAt(input, reading);
  if (whole !== null) return whole % size === 0 ? [partner(input, whole / size, reading)] : null;
  const factors = productOf(input)?.filter((factor) => integerAt(factor, reading) === size) ?? [];
  const [only, ...others] = factors;
  return only === undefined || others.length > 0 ? null : [partner(only, 1, reading)];
}

/** `x.view(-1, 320)` repeats the flattened size in the forward method. */
function withViews(
  partners: readonly Partner[],
  flattened: number | null,
  size: number,
  { forward }: Chain,
  { call }: Layer,
  reading: Reading,
): readonly Partner[] | null {
  if (flattened === null || !/^Linear$/.test(calledName(call, reading))) return null;
  const views =
    forward === null ? [] : callsIn(forward).filter((each) => /^(view|reshape)$/.test(calledName(each, reading)));
  const repeated = views.flatMap(argumentsOf).filter((argument) => total(argument, reading) === flattened);
  const followed = repeated.map((argument) => following(argument, size, reading));
  return followed.includes(null) ? null : [...partners, ...followed.flatMap((each) => each ?? [])];
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
