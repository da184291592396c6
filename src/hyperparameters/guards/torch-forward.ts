import { argumentsOf, calledName, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Layer } from './torch-layers.ts';
import type { Sources, Wires } from './torch-wires.ts';

/** Follows data through the methods of a module in which it begins: `forward`, Lightning's steps, and what others call. */
export function walkMethods(
  model: SyntaxNode,
  kept: ReadonlyMap<string, readonly Layer[]>,
  wires: Wires,
  reading: Reading,
): void {
  const methods = methodsOf(model, reading);
  const called = calledFromOutside(model, reading);
  for (const name of called) {
    const layers = kept.get(`self.${name}`);
    if (layers !== undefined) wires.tangle(wires.through(layers, outside));
  }
  for (const [name, method] of methods) {
    const begins = name === 'forward' || name.endsWith('_step') || (called.has(name) && name !== '__init__');
    if (!begins) continue;
    const given: Names = new Map(parametersOf(method, reading).map((name) => [name, outside]));
    wires.tangle(walked(method, given, { kept, methods, wires, reading, depth: 0 }));
  }
}

interface World {
  readonly kept: ReadonlyMap<string, readonly Layer[]>;
  readonly methods: ReadonlyMap<string, SyntaxNode>;
  readonly wires: Wires;
  readonly reading: Reading;
  readonly depth: number;
}

type Names = Map<string, Sources>;

const none: Sources = new Set();
const outside: Sources = new Set(['outside']);
const deepest = 4;

/** What a method gives back, once its statements have been followed. */
function walked(method: SyntaxNode, names: Names, world: World): Sources {
  const statements = fieldOf(method, 'body')?.children ?? [];
  return union(...statements.map((statement) => followed(statement, names, world)));
}

/** Follows one statement and those inside it; what it returns. */
function followed(statement: SyntaxNode, names: Names, world: World): Sources {
  if (statement.type === 'return_statement')
    return union(...namedChildren(statement).map((value) => valueOf(value, names, world)));
  if (statement.type === 'expression_statement') {
    for (const inner of namedChildren(statement)) assigned(inner, names, world);
    return none;
  }
  if (statement.type === 'function_definition' || statement.type === 'class_definition') return none;
  // A loop twice, so that what it carries round is seen.
  const rounds = /^(for|while)_statement$/.test(statement.type) ? 2 : 1;
  const parts = Array.from({ length: rounds }, () => namedChildren(statement))
    .flat()
    .map((part) => {
      if (part.field === 'left') return none;
      const inner = /_(statement|clause)$|^block$|_definition$/.test(part.type);
      if (inner) return followed(part, names, world);
      valueOf(part, names, world);
      return none;
    });
  return union(...parts);
}

function assigned(node: SyntaxNode, names: Names, world: World): void {
  const [left, right] = [fieldOf(node, 'left'), fieldOf(node, 'right')];
  if (left === null || right === null || !node.type.endsWith('assignment')) {
    valueOf(node, names, world);
    return;
  }
  const value = right.type === 'assignment' ? none : valueOf(right, names, world);
  const targets = descendants(left).filter(({ type, parent }) => type === 'identifier' && parent?.type !== 'attribute');
  if (node.type === 'augmented_assignment') world.wires.tangle(value, valueOf(left, names, world));
  else if (left.type === 'attribute' || left.type === 'subscript') world.wires.tangle(value);
  // What is bound again in a branch may hold the one or the other.
  const inBranch =
    ancestor(node, 'function_definition', 'if_statement', 'for_statement', 'while_statement', 'try_statement')?.type !==
    'function_definition';
  for (const target of targets) {
    const name = world.reading.textOf(target);
    names.set(name, inBranch ? union(names.get(name) ?? none, value) : value);
  }
}

/** What an expression may have been made by. */
function valueOf(node: SyntaxNode, names: Names, world: World): Sources {
  const { wires, reading } = world;
  const parts = (): readonly Sources[] => namedChildren(node).map((part) => valueOf(part, names, world));
  switch (node.type) {
    case 'identifier':
      return names.get(reading.textOf(node)) ?? none;
    case 'call':
      return called(node, names, world);
    case 'attribute':
      return attribute(node, names, world);
    case 'subscript': {
      const value = valueOf(fieldOf(node, 'value') ?? node, names, world);
      const cut = descendants(node).some(
        (part) => part.type === 'slice' && descendants(part).some(({ type }) => type === 'integer'),
      );
      if (cut) wires.tangle(value);
      return value;
    }
    case 'binary_operator': {
      const [left = none, right = none] = parts();
      if (left.size > 0 && right.size > 0) wires.tangle(left, right);
      return union(left, right);
    }
    case 'parenthesized_expression':
    case 'unary_operator':
    case 'conditional_expression':
    case 'tuple':
    case 'list':
    case 'expression_list':
    case 'keyword_argument':
    case 'argument_list':
      return union(...parts());
    case 'comparison_operator':
    case 'boolean_operator':
    case 'not_operator':
    case 'string':
      parts();
      return none;
    default:
      wires.tangle(...parts());
      return none;
  }
}

/** `x.data` is x, `x.shape` are numbers; the weights of a layer say its sizes to whoever looks. */
function attribute(node: SyntaxNode, names: Names, world: World): Sources {
  const { kept, wires, reading } = world;
  const text = reading.textOf(node);
  const looked = [...kept].find(([name]) => text === name || text.startsWith(`${name}.`));
  if (looked !== undefined) {
    wires.tangle(new Set(looked[1].map(({ call }) => call)));
    return none;
  }
  const word = reading.textOf(fieldOf(node, 'attribute') ?? node);
  return /^(shape|device|dtype|ndim)$/.test(word) ? none : valueOf(fieldOf(node, 'object') ?? node, names, world);
}

// Functions and methods that leave the number of features as it is, or give another shape to the same numbers.
const passing =
  /^(view|reshape|flatten|relu_?|relu6|leaky_relu|elu|selu|gelu|silu|mish|hardtanh|softplus|tanh|sigmoid|logsigmoid|softmax|log_softmax|softmin|squeeze|unsqueeze|permute|transpose|contiguous|mean|max|sum|min|float|double|half|long|to|cuda|cpu|detach|clone|clamp|exp|log|sqrt|abs|max_pool[123]d|avg_pool[123]d|adaptive_(avg|max)_pool[123]d|dropout[123]?d?|alpha_dropout|normalize|interpolate|upsample|Variable|checkpoint|argmax|topk|type|numpy|item|t)$/;

function called(call: SyntaxNode, names: Names, world: World): Sources {
  const { kept, methods, wires, reading, depth } = world;
  const callee = fieldOf(call, 'function');
  const text = callee === null ? '' : reading.textOf(callee);
  const given = argumentsOf(call).map((argument) => valueOf(argument, names, world));
  const layers = kept.get(text);
  if (layers !== undefined) return applied(layers, given, wires);
  const method = text.startsWith('self.') ? methods.get(text.slice(5)) : undefined;
  if (method !== undefined && depth < deepest) {
    const parameters = parametersOf(method, reading);
    const inner: Names = new Map(parameters.map((name, index) => [name, given[index] ?? none]));
    return walked(method, inner, { ...world, depth: depth + 1 });
  }
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const own = object === null ? none : valueOf(object, names, world);
  const word = calledName(call, reading);
  if (/^(size|dim|print|len|range|isinstance|zip|enumerate|format)$/.test(word)) return none;
  const tensors = [own, ...given].filter((value) => value.size > 0);
  if (passing.test(word) && tensors.length < 2) {
    const from = tensors[0] ?? none;
    if (/^(view|reshape)$/.test(word)) wires.reshaped.push({ sizes: argumentsOf(call), from });
    return from;
  }
  wires.tangle(...tensors);
  return tensors.length === 0 ? none : outside;
}

/** A layer that takes more than one tensor has sizes that stand elsewhere, too: the first state of a recurrence. */
function applied(layers: readonly Layer[], given: readonly Sources[], wires: Wires): Sources {
  const [first = none, ...others] = given;
  const out = wires.through(layers, first.size > 0 ? first : outside);
  if (others.length > 0) wires.tangle(out, ...others);
  return out;
}

function methodsOf(model: SyntaxNode, { textOf }: Reading): ReadonlyMap<string, SyntaxNode> {
  const own = descendants(model).filter(
    (node) => node.type === 'function_definition' && ancestor(node, 'class_definition') === model,
  );
  return new Map(own.map((node) => [textOf(fieldOf(node, 'name') ?? node), node]));
}

/** Names that other code of the file reaches into a model by: `net.encoder(x)`, `model.encode(x)`. */
function calledFromOutside(model: SyntaxNode, { root, textOf }: Reading): ReadonlySet<string> {
  const outside = callsIn(root).filter((call) => call.start < model.start || call.end > model.end);
  return new Set(
    outside.flatMap((call) => {
      const callee = fieldOf(call, 'function');
      const name = callee?.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
      // Another class's `self` is another model.
      const own = callee !== null && /^self\.\w+$/.test(textOf(callee));
      return name === null || own || argumentsOf(call).length === 0 ? [] : [textOf(name)];
    }),
  );
}

/** The names of a method's parameters, `self` left out. */
function parametersOf(method: SyntaxNode, { textOf }: Reading): readonly string[] {
  const parameters = namedChildren(fieldOf(method, 'parameters') ?? method).map((parameter) => {
    const name =
      fieldOf(parameter, 'name') ?? (parameter.type === 'identifier' ? parameter : namedChildren(parameter)[0]);
    return textOf(name ?? parameter);
  });
  return parameters.filter((name) => name !== 'self');
}

function union(...values: readonly Sources[]): Sources {
  return new Set(values.flatMap((value) => [...value]));
}
