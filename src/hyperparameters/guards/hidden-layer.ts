import { argumentsOf, calledName, callsIn, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';
import { usesOfOutput } from './model-outputs.ts';

/**
 * A Keras layer is hidden when another layer with weights demonstrably comes after it. The last one is
 * the output: its size and activation are the question asked, not a hyper-parameter.
 */
export const hiddenLayer: Guard = ({ call }, _, reading) => {
  const layer = wrapped(call, reading);
  const styles = [inList, added, applied, named, functional];
  const places = [layer, ...handedOn(layer, reading)];
  return styles.some((hidden) => places.some((place) => hidden(place, reading)))
    ? tunable
    : left('it may be the output layer');
};

/** Where the name of a layer is added or listed: `hidden = Dense(64)`, `model.add(hidden)`. */
function handedOn(layer: SyntaxNode, { bindings }: Reading): readonly SyntaxNode[] {
  const target = layer.parent?.type === 'assignment' ? fieldOf(layer.parent, 'left') : null;
  const binding = target === null ? null : bindings.madeAt(target);
  return binding === null
    ? []
    : bindings.usesOf(binding).filter(({ parent }) => parent?.type === 'list' || parent?.type === 'argument_list');
}

/** A layer of activation alone is hidden when weights come after it. */
export const hiddenActivation: Guard = hiddenLayer;

const weighty = /^(Dense|.*Conv(olution)?\d?D.*|LSTM|GRU|SimpleRNN|ConvLSTM.*|MultiHeadAttention)$/;
const wrappers = ['Bidirectional', 'TimeDistributed'];

function wrapped(call: SyntaxNode, reading: Reading): SyntaxNode {
  const slot = slotOf(call, reading);
  return slot !== null && wrappers.includes(calledName(slot.call, reading)) ? slot.call : call;
}

/** Whether an expression makes a layer with weights, be it inside a wrapper. */
function hasWeights(node: SyntaxNode, reading: Reading): boolean {
  if (node.type !== 'call') return false;
  const callee = fieldOf(node, 'function');
  const name = (callee === null ? null : reading.names.canonical(callee))?.split('.').at(-1);
  return weighty.test(name ?? '') || (wrappers.includes(name ?? '') && callsIn(node).length > 1);
}

/** `Sequential([Dense(64), …, Dense(10)])` */
function inList(layer: SyntaxNode, reading: Reading): boolean {
  const list = layer.parent;
  if (list?.type !== 'list') return false;
  const behind = namedChildren(list).filter((other) => other.start > layer.start);
  return [...behind, ...addedTo(list, reading)].some((other) => hasWeights(made(other, reading), reading));
}

/** The layers of the lists that are added behind this one: `Sequential(features + [Dense(10)])`. */
function addedTo(list: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const target = list.parent?.type === 'assignment' ? fieldOf(list.parent, 'left') : null;
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const uses = [list, ...(binding === null ? [] : reading.bindings.usesOf(binding))];
  return uses.flatMap(({ parent, field }) => {
    const right = parent?.type === 'binary_operator' && field === 'left' ? fieldOf(parent, 'right') : null;
    const other = right === null ? null : made(right, reading);
    return other?.type === 'list' ? namedChildren(other) : [];
  });
}

/** `model.add(Dense(64))` before another `model.add` in the same function. */
function added(layer: SyntaxNode, reading: Reading): boolean {
  const own = receiverOfAdd(layer, reading);
  if (own === null) return false;
  const around = ancestor(layer, 'function_definition', 'module');
  const until = nextModelCalled(own, layer, around ?? reading.root, reading);
  return callsIn(around ?? reading.root)
    .filter((other) => other.start > layer.end && other.end < until && calledName(other, reading) === 'add')
    .flatMap((addition) => argumentsOf(addition).slice(0, 1))
    .filter((other) => hasWeights(made(other, reading), reading))
    .some(
      (other) => receiverOfAdd(other, reading) === own && ancestor(other, 'function_definition', 'module') === around,
    );
}

/** Where the name is given to another model: notebooks call them all `model`. */
function nextModelCalled(name: string, behind: SyntaxNode, around: SyntaxNode, { textOf }: Reading): number {
  const next = descendants(around).find((node) => {
    const left = node.type === 'assignment' && node.start > behind.end ? fieldOf(node, 'left') : null;
    if (left === null || textOf(left) !== name || node.parent === null) return false;
    // `model = add_layers(model, sizes)` is the same one still.
    const right = fieldOf(node, 'right');
    return (
      right === null ||
      !descendants(right).some(({ type, start, end }) => type === 'identifier' && textOf({ start, end }) === name)
    );
  });
  return next?.start ?? Infinity;
}

/** The layer itself, or what the name of one holds: `output = Dense(10)`, `model.add(output)`. */
function made(layer: SyntaxNode, { bindings }: Reading): SyntaxNode {
  return (layer.type === 'identifier' ? bindings.reaching(layer)?.value : null) ?? layer;
}

function receiverOfAdd(layer: SyntaxNode, reading: Reading): string | null {
  const slot = slotOf(layer, reading);
  if (slot === null || calledName(slot.call, reading) !== 'add') return null;
  const callee = fieldOf(slot.call, 'function');
  const object = callee === null ? null : fieldOf(callee, 'object');
  return object === null ? null : reading.textOf(object);
}

/** `x = Dense(64)(x)`, whose result goes into another layer with weights. */
function applied(layer: SyntaxNode, reading: Reading): boolean {
  const call = layer.parent;
  return layer.field === 'function' && call?.type === 'call' && feedsWeights(call, reading, new Set());
}

/** `net = tf.layers.dense(net, 64)` of TensorFlow 1, whose result goes into another one. */
function functional(layer: SyntaxNode, reading: Reading): boolean {
  return isFunctional(layer, reading) && feedsWeights(layer, reading, new Set());
}

function isFunctional(node: SyntaxNode, reading: Reading): boolean {
  const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
  return functions.test((callee === null ? null : reading.names.canonical(callee)) ?? '');
}

const functions =
  /^(tensorflow\.((compat\.v1\.)?layers|contrib\.(layers|slim))|tf_slim|tflearn)\.(\w+\.)*(dense|conv[123]d\w*|conv_[123]d|convolution2d|fully_connected|linear)$/;

function feedsWeights(value: SyntaxNode, reading: Reading, seen: Set<SyntaxNode>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  const { parent } = value;
  if (parent?.type === 'list' || parent?.type === 'tuple' || parent?.type === 'binary_operator')
    return feedsWeights(parent, reading, seen);
  const slot = slotOf(value, reading);
  if (slot !== null) {
    const layer = layerApplied(slot.call, reading);
    if (isFunctional(slot.call, reading)) return true;
    if (usesOfOutput(value, reading).some((use) => feedsWeights(use, reading, seen))) return true;
    if (layer === null) return isFrameworks(slot.call, reading) && feedsWeights(slot.call, reading, seen);
    return hasWeights(layer, reading) || feedsWeights(slot.call, reading, seen);
  }
  const left = parent?.type === 'assignment' && value.field === 'right' ? fieldOf(parent, 'left') : null;
  const binding = left === null ? null : reading.bindings.madeAt(left);
  return binding !== null && reading.bindings.usesOf(binding).some((use) => feedsWeights(use, reading, seen));
}

/** `add([a, b])`, `tf.nn.relu(x)`: a function of the framework gives on what it takes. */
function isFrameworks(call: SyntaxNode, reading: Reading): boolean {
  const callee = fieldOf(call, 'function');
  const name = callee === null ? null : reading.names.canonical(callee);
  return name !== null && /^(keras|tensorflow|tflearn|tf_slim|jax|flax)\b/.test(name) && !/\bModel$/.test(name);
}

/** The layer that a call applies: `Dense(64)` in `Dense(64)(x)`, what `layer` holds in `layer(x)`. */
function layerApplied(call: SyntaxNode, reading: Reading): SyntaxNode | null {
  const callee = fieldOf(call, 'function');
  if (callee?.type === 'call') return callee;
  if (callee?.type === 'attribute') return layerKept(callee, reading);
  const binding = callee?.type === 'identifier' ? reading.bindings.reaching(callee) : null;
  return binding?.value?.type === 'call' ? binding.value : null;
}

/** What `self.hidden` is given in its class. */
function layerKept(attribute: SyntaxNode, reading: Reading): SyntaxNode | null {
  const around = ancestor(attribute, 'class_definition');
  const made = callsIn(around ?? attribute).find((call) => {
    const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
    return left?.type === 'attribute' && reading.textOf(left) === reading.textOf(attribute);
  });
  return made ?? null;
}

/** `self.hidden = Dense(64)` or `hidden = Dense(64)`, applied before another one that is kept the same way. */
function named(layer: SyntaxNode, reading: Reading): boolean {
  const left = layer.parent?.type === 'assignment' ? fieldOf(layer.parent, 'left') : null;
  if (left === null) return false;
  if (left.type === 'identifier') {
    const binding = reading.bindings.madeAt(left);
    const uses = binding === null ? [] : reading.bindings.usesOf(binding);
    return uses.some(
      ({ parent, field }) =>
        field === 'function' && parent?.type === 'call' && feedsWeights(parent, reading, new Set()),
    );
  }
  const around = ancestor(left, 'class_definition');
  if (left.type !== 'attribute' || around === null) return false;
  const applications = callsIn(around).filter((call) => fieldOf(call, 'function')?.type === 'attribute');
  const own = applications.filter((call) => reading.textOf(fieldOf(call, 'function') ?? call) === reading.textOf(left));
  const heavy = weightyAttributes(around, reading);
  const later = (call: SyntaxNode): boolean =>
    applications.some(
      (other) => other.end > call.end && heavy.includes(reading.textOf(fieldOf(other, 'function') ?? other)),
    );
  return own.some(
    (call) => feedsWeights(call, reading, new Set()) || (later(call) && !isGivenBack(call, reading, new Set())),
  );
}

/** Whether a value only leaves its function: `return self.value(x), self.policy(x)` gives back two outputs. */
function isGivenBack(value: SyntaxNode, reading: Reading, seen: Set<SyntaxNode>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  const { parent, field } = value;
  if (parent === null) return false;
  if (parent.type === 'return_statement') return true;
  if (/^(tuple|list|expression_list|argument_list|call|pair|dictionary|parenthesized_expression)$/.test(parent.type))
    return isGivenBack(parent, reading, seen);
  const left = parent.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  const binding = left?.type === 'identifier' ? reading.bindings.madeAt(left) : null;
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  return uses.length > 0 && uses.every((use) => isGivenBack(use, reading, seen));
}

function weightyAttributes(around: SyntaxNode, reading: Reading): readonly string[] {
  return callsIn(around).flatMap((call) => {
    const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
    return left?.type === 'attribute' && hasWeights(call, reading) ? [reading.textOf(left)] : [];
  });
}
