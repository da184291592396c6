import { argumentsOf, calledName, callsIn, keywordValue } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** A PyTorch layer in the order in which data goes through the model. */
export interface Layer {
  readonly call: SyntaxNode;
  readonly kind: 'weights' | 'norm' | 'plain';
  /** The expressions of its sizes; `null` where it has none, or they are not written. */
  readonly input: SyntaxNode | null;
  readonly output: SyntaxNode | null;
}

export interface Chain {
  readonly layers: readonly Layer[];
  /** Where the data flows: the `forward` method, or nothing for a `Sequential` of its own. */
  readonly forward: SyntaxNode | null;
}

/** The straight chain of layers that a layer belongs to; `null` where data branches, loops or cannot be followed. */
export function chainOf(call: SyntaxNode, reading: Reading): Chain | null {
  const model = ancestor(call, 'class_definition');
  if (model !== null) return moduleChain(model, reading);
  const list = sequentialAround(call, reading);
  return list === null ? null : { layers: layersIn(list, reading), forward: null };
}

function sequentialAround(call: SyntaxNode, reading: Reading): SyntaxNode | null {
  let outermost: SyntaxNode | null = null;
  for (let above = call.parent; above !== null; above = above.parent)
    if (above.type === 'call' && isSequential(above, reading)) outermost = above;
  return outermost;
}

function isSequential(call: SyntaxNode, reading: Reading): boolean {
  return calledName(call, reading) === 'Sequential';
}

function moduleChain(model: SyntaxNode, reading: Reading): Chain | null {
  const forward = methodOf(model, 'forward', reading);
  if (forward === null || branches(forward, reading)) return null;
  const kept = new Map<string, SyntaxNode>();
  for (const node of descendants(model)) {
    const left = node.type === 'assignment' ? fieldOf(node, 'left') : null;
    const right = node.type === 'assignment' ? fieldOf(node, 'right') : null;
    if (left?.type === 'attribute' && right?.type === 'call' && !isInside(node, forward))
      kept.set(reading.textOf(left), right);
  }
  const used = callsIn(forward)
    .map((call) => ({ call, made: kept.get(reading.textOf(fieldOf(call, 'function') ?? call)) }))
    .filter((each): each is { call: SyntaxNode; made: SyntaxNode } => each.made !== undefined)
    .toSorted((one, other) => one.call.end - other.call.end);
  const made = used.map((each) => each.made);
  const weighty = made.filter((each) => layersIn(each, reading).some(({ kind }) => kind !== 'plain'));
  if (new Set(weighty).size !== weighty.length) return null;
  return { layers: made.flatMap((each) => layersIn(each, reading)), forward };
}

/** Data that is added up, joined or sent around has more than one next layer. */
function branches(forward: SyntaxNode, reading: Reading): boolean {
  return descendants(forward).some((node) => {
    if (['for_statement', 'while_statement', 'if_statement', 'list_comprehension'].includes(node.type)) return true;
    if (node.type === 'call')
      return /^(cat|concat|stack|add|hstack|zeros|h0|init_hidden)$/.test(calledName(node, reading));
    const sum = node.type === 'augmented_assignment' || node.type === 'binary_operator';
    return sum && node.children.some(({ type }) => type === '+' || type === '+=') && !isNumber(node);
  });
}

function isNumber(node: SyntaxNode): boolean {
  return descendants(node).every(({ type }) => type !== 'identifier' && type !== 'attribute');
}

function methodOf(model: SyntaxNode, wanted: string, { textOf }: Reading): SyntaxNode | null {
  return (
    descendants(model).find((node) => {
      const name = node.type === 'function_definition' ? fieldOf(node, 'name') : null;
      return name !== null && textOf(name) === wanted;
    }) ?? null
  );
}

const weighty = /^(Linear|Conv[123]d|ConvTranspose[123]d|Embedding)$/;
const recurrent = /^(LSTM|GRU|RNN)$/;
const norms = /^(BatchNorm[123]d|LayerNorm|InstanceNorm[123]d)$/;
const plain =
  /^(ReLU6?|LeakyReLU|PReLU|ELU|SELU|GELU|SiLU|Sigmoid|Tanh|Softmax|LogSoftmax|Dropout[123]?d?|AlphaDropout|Max[Pp]ool[123]d|AvgPool[123]d|AdaptiveAvgPool[123]d|Flatten|Identity|Softplus)$/;

/** The layers of an expression; an unknown one has weights and sizes that nobody knows. */
function layersIn(call: SyntaxNode, reading: Reading): readonly Layer[] {
  if (isSequential(call, reading))
    return argumentsOf(call).flatMap((inner) => (inner.type === 'call' ? layersIn(inner, reading) : [unknown(inner)]));
  const name = calledName(call, reading);
  if (plain.test(name)) return [{ call, kind: 'plain', input: null, output: null }];
  if (norms.test(name)) {
    const size = argumentAt(call, 0, ['num_features', 'normalized_shape'], reading);
    return [{ call, kind: 'norm', input: size, output: size }];
  }
  // `layer_init(nn.Linear(64, 64))` gives back its layer.
  const [wrapped] = argumentsOf(call);
  if (wrapped?.type === 'call' && reading.names.definitionOf(fieldOf(call, 'function') ?? call) !== null)
    return layersIn(wrapped, reading);
  if (recurrent.test(name)) {
    const reshaped = ['bidirectional', 'proj_size'].some((each) => keywordValue(call, each, reading) !== null);
    if (reshaped) return [unknown(call)];
    const output = argumentAt(call, 1, ['hidden_size'], reading);
    return [{ call, kind: 'weights', input: argumentAt(call, 0, ['input_size'], reading), output }];
  }
  if (!weighty.test(name) || keywordValue(call, 'groups', reading) !== null) return [unknown(call)];
  const input = argumentAt(call, 0, ['in_features', 'in_channels', 'num_embeddings'], reading);
  const output = argumentAt(call, 1, ['out_features', 'out_channels', 'embedding_dim'], reading);
  return [{ call, kind: 'weights', input: name === 'Embedding' ? null : input, output }];
}

function unknown(call: SyntaxNode): Layer {
  return { call, kind: 'weights', input: null, output: null };
}

function argumentAt(call: SyntaxNode, position: number, names: readonly string[], reading: Reading): SyntaxNode | null {
  const positional = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  return (
    names.map((name) => keywordValue(call, name, reading)).find((value) => value !== null) ??
    positional[position] ??
    null
  );
}
