import { argumentsOf, calledName, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Arrival } from '../finders/finder.ts';
import { followersOf } from './followers.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/**
 * A PyTorch width is written twice, as the output of one layer and the input of the next: it may change
 * only where the other number can be taken along, or where one literal is both, and is neither the
 * model's own input nor its output.
 */
export const sharedWidth: Guard = (arrival, all, reading) => {
  const followers = sideOf(arrival, reading) === 'out' ? followersOf(arrival.node, arrival.call, reading) : null;
  if (followers !== null) return { kind: 'tunable', partners: followers };
  const ours = all.filter((other) => sideOf(other, reading) !== null);
  const anySize =
    ours.length > 0 && ours.every((other) => sideOf(other, reading) === 'out' && feedsAnySize(other.call, reading));
  if (anySize) return tunable;
  const sides = new Set(ours.map((other) => sideOf(other, reading)));
  if (!sides.has('in') || !sides.has('out')) return left('the layer beside it repeats the size as another number');
  const isInput = ours.some((other) => isEnd(other, 'in', ours, reading));
  const isOutput = ours.some((other) => isEnd(other, 'out', ours, reading));
  if (isInput) return left('it is the size of the model’s input');
  return isOutput ? left('it is the size of the model’s output') : tunable;
};

const layerNames =
  'Linear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d LSTM GRU RNN Embedding GCNConv SAGEConv GATConv GATv2Conv GraphConv ChebConv SGConv TAGConv ARMAConv TransformerConv SuperGATConv ResGatedGraphConv FiLMConv RGCNConv FastRGCNConv LEConv ClusterGCNConv GENConv GeneralConv'.split(
    ' ',
  );
const inputs = ['in_features', 'in_channels', 'input_size'];
const outputs = ['out_features', 'out_channels', 'hidden_size', 'embedding_dim'];

function sideOf({ call, keyword, position }: Arrival, reading: Reading): 'in' | 'out' | null {
  if (!layerNames.includes(calledName(call, reading))) return null;
  if (keyword === null) return position === 0 ? 'in' : position === 1 ? 'out' : null;
  return inputs.includes(keyword) ? 'in' : outputs.includes(keyword) ? 'out' : null;
}

/** PyTorch Geometric's `SAGEConv((-1, -1), 64)` takes whatever size it is given first. */
function feedsAnySize(call: SyntaxNode, reading: Reading): boolean {
  const layers = layersAround(call, reading);
  const behind = layers.slice(layers.indexOf(call) + 1);
  return behind.length > 0 && behind.every((layer) => /^\(?-1\b/.test(reading.textOf(argumentsOf(layer)[0] ?? layer)));
}

/** Whether it is where the model begins or ends, and is not a width inside the same model too. */
function isEnd(end: Arrival, side: 'in' | 'out', ours: readonly Arrival[], reading: Reading): boolean {
  const layers = layersAround(end.call, reading);
  if (sideOf(end, reading) !== side || layers.at(side === 'in' ? 0 : -1) !== end.call) return false;
  const farEnd = layers.at(side === 'in' ? -1 : 0);
  return !ours.some((other) => sideOf(other, reading) !== side && layers.includes(other.call) && other.call !== farEnd);
}

/** The layers of the same model, in source order. */
function layersAround(call: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const model = modelAround(call, reading);
  return callsIn(model).filter(
    (other) =>
      layerNames.includes(calledName(other, reading)) &&
      argumentsOf(other).length > 1 &&
      isInside(other, model) &&
      fieldOf(other, 'function') !== null,
  );
}

function modelAround(call: SyntaxNode, reading: Reading): SyntaxNode {
  const module = ancestor(call, 'class_definition');
  if (module !== null) return module;
  for (let above = call.parent; above !== null; above = above.parent)
    if (above.type === 'call' && calledName(above, reading) === 'Sequential') return above;
  return ancestor(call, 'function_definition') ?? reading.root;
}
