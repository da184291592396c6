import { argumentsOf, calledName, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Arrival } from '../finders/finder.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/**
 * A PyTorch width is written twice, as the output of one layer and the input of the next: it may change
 * only where one literal is both, and is neither the model's own input nor its output.
 */
export const sharedWidth: Guard = (arrival, all, reading) => {
  const ours = all.filter((other) => sideOf(other, reading) !== null);
  const sides = new Set(ours.map((other) => sideOf(other, reading)));
  if (!sides.has('in') || !sides.has('out')) return left('the layer beside it repeats the size as another number');
  const layers = layersAround(arrival.call, reading);
  const [first, last] = [layers[0], layers.at(-1)];
  const isInput = ours.some((other) => other.call === first && sideOf(other, reading) === 'in');
  const isOutput = ours.some((other) => other.call === last && sideOf(other, reading) === 'out');
  if (isInput) return left('it is the size of the model’s input');
  return isOutput ? left('it is the size of the model’s output') : tunable;
};

const layerNames = ['Linear', 'Conv1d', 'Conv2d', 'Conv3d', 'LSTM', 'GRU', 'RNN', 'Embedding'];
const inputs = ['in_features', 'in_channels', 'input_size'];
const outputs = ['out_features', 'out_channels', 'hidden_size', 'embedding_dim'];

function sideOf({ call, keyword, position }: Arrival, reading: Reading): 'in' | 'out' | null {
  if (!layerNames.includes(calledName(call, reading))) return null;
  if (keyword === null) return position === 0 ? 'in' : position === 1 ? 'out' : null;
  return inputs.includes(keyword) ? 'in' : outputs.includes(keyword) ? 'out' : null;
}

/** The layers of the same model, in source order. */
function layersAround(call: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const model = ancestor(call, 'class_definition', 'function_definition') ?? reading.root;
  return callsIn(model).filter(
    (other) =>
      layerNames.includes(calledName(other, reading)) &&
      argumentsOf(other).length > 1 &&
      isInside(other, model) &&
      fieldOf(other, 'function') !== null,
  );
}
