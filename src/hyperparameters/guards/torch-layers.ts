import { argumentsOf, calledName, keywordValue } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** A PyTorch layer, as it is made. */
export interface Layer {
  readonly call: SyntaxNode;
  readonly kind: 'weights' | 'norm' | 'plain';
  /** The expressions of its sizes; `null` where it has none, or they are not written. */
  readonly input: SyntaxNode | null;
  readonly output: SyntaxNode | null;
}

export function isSequential(call: SyntaxNode, reading: Reading): boolean {
  return calledName(call, reading) === 'Sequential';
}

export function methodOf(model: SyntaxNode, wanted: string, { textOf }: Reading): SyntaxNode | null {
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
export function layersIn(call: SyntaxNode, reading: Reading): readonly Layer[] {
  if (isSequential(call, reading))
    return partsOf(call, reading).flatMap((part) => {
      const inner = bound(part, reading);
      return inner.type === 'call' ? layersIn(inner, reading) : [unknown(inner)];
    });
  const name = calledName(call, reading);
  if (plain.test(name) || isSizeless(call, reading)) return [{ call, kind: 'plain', input: null, output: null }];
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

/** `activation()`, where a parameter says which: what is told no size has none. A class of the author's own may. */
function isSizeless(call: SyntaxNode, { names }: Reading): boolean {
  const callee = fieldOf(call, 'function') ?? call;
  const canonical = names.canonical(callee);
  return (
    argumentsOf(call).length === 0 &&
    names.definitionOf(callee) === null &&
    (canonical ?? 'torch.').startsWith('torch.')
  );
}

/** What a `Sequential` holds: its arguments, `*layers`, the values of an `OrderedDict`, or what is added to it later. */
function partsOf(call: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  if (argumentsOf(call).length === 0) return addedTo(call, reading);
  return argumentsOf(call).flatMap((argument) => {
    if (argument.type === 'list_splat') {
      const list = bound(namedChildren(argument)[0] ?? argument, reading);
      return list.type === 'list' ? namedChildren(list) : [argument];
    }
    const pairs =
      argument.type === 'call' && calledName(argument, reading) === 'OrderedDict'
        ? argumentsOf(argument)[0]
        : undefined;
    return pairs?.type === 'list' ? namedChildren(pairs).map((pair) => namedChildren(pair)[1] ?? pair) : [argument];
  });
}

/** `net.add_module('hidden', nn.Linear(4, 10))`, behind `net = nn.Sequential()`; one that only may be added is not known. */
function addedTo(made: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const left = made.parent?.type === 'assignment' ? fieldOf(made.parent, 'left') : null;
  const binding = left === null ? null : reading.bindings.madeAt(left);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  return uses.flatMap((use) => {
    const call = use.parent?.type === 'attribute' && use.field === 'object' ? use.parent.parent : null;
    if (call?.type !== 'call' || !/^(add_module|append)$/.test(calledName(call, reading))) return [];
    const inLine = call.parent?.parent === made.parent?.parent?.parent;
    return inLine ? argumentsOf(call).slice(-1) : [call];
  });
}

/** The empty `nn.Sequential()` to which a layer is added by name; `null` for any other. */
export function growsInto(layer: SyntaxNode, reading: Reading): SyntaxNode | null {
  const call = layer.parent?.type === 'argument_list' ? layer.parent.parent : null;
  if (call === null || !/^(add_module|append)$/.test(calledName(call, reading))) return null;
  const callee = fieldOf(call, 'function');
  const owner = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const made = owner?.type === 'identifier' ? reading.bindings.reaching(owner)?.value : null;
  return made?.type === 'call' && isSequential(made, reading) && argumentsOf(made).length === 0 ? made : null;
}

/** `linear1` in `nn.Sequential(linear1, relu)`: what it was made by. */
function bound(part: SyntaxNode, { bindings, textOf }: Reading): SyntaxNode {
  const value = part.type === 'identifier' ? (bindings.reaching(part)?.value ?? null) : null;
  if (value === null) return part;
  // A list that grows later is not what was written first.
  const grows =
    value.type === 'list' &&
    bindings
      .usesOf(bindings.reaching(part) as never)
      .some(
        (use) =>
          use.parent?.type === 'attribute' &&
          /^(append|extend|insert)$/.test(textOf(fieldOf(use.parent, 'attribute') ?? use)),
      );
  return grows ? part : value;
}
