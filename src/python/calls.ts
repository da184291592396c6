import type { Reading } from './reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Where a value stands in a call. */
export interface Slot {
  readonly call: SyntaxNode;
  /** The keyword, or `null` for a positional argument. */
  readonly keyword: string | null;
  /** From 0, or `null` for a keyword and behind a `*splat`. */
  readonly position: number | null;
}

/** A call with more of them is given data. */
const mostArguments = 255;

/** The call and the argument that an expression is, or `null` when it is no whole argument. */
export function slotOf(value: SyntaxNode, { textOf }: Reading): Slot | null {
  const parent = value.parent;
  const keyword = parent?.type === 'keyword_argument' && value.field === 'value' ? fieldOf(parent, 'name') : null;
  const list = keyword === null ? parent : (parent?.parent ?? null);
  const call = list?.type === 'argument_list' ? list.parent : null;
  if (list === null || call?.type !== 'call') return null;
  if (keyword !== null) return { call, keyword: textOf(keyword), position: null };
  const all = namedChildren(list);
  if (all.length > mostArguments) return null;
  const before = all.slice(0, all.indexOf(value));
  const splat = before.some(({ type }) => type === 'list_splat' || type === 'keyword_argument');
  return { call, keyword: null, position: splat ? null : before.length };
}

/** The value of a keyword argument of a call. */
export function keywordValue(call: SyntaxNode, keyword: string, { textOf }: Reading): SyntaxNode | null {
  const given = argumentsOf(call).find((argument) => {
    const name = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
    return name !== null && textOf(name) === keyword;
  });
  return given === undefined ? null : fieldOf(given, 'value');
}

export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = fieldOf(call, 'arguments');
  return list === null ? [] : namedChildren(list);
}

/** The last word of what is called: `fit` in `model.fit(x)`, `LSTM` in `getattr(nn, 'LSTM')(8, 4)`. */
export function calledName(call: SyntaxNode, { textOf, names }: Reading): string {
  const callee = fieldOf(call, 'function');
  if (callee === null) return '';
  if (callee.type === 'call') return names.canonical(callee)?.split('.').at(-1) ?? '';
  if (callee.type === 'identifier') return textOf(callee);
  const attribute = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
  return attribute === null ? '' : textOf(attribute);
}

/** `tf.app.run()` of TensorFlow 1 calls `main` without being told. */
export function startsMain(call: SyntaxNode, { textOf }: Reading): boolean {
  const callee = call.type === 'call' ? fieldOf(call, 'function') : null;
  return callee?.type === 'attribute' && /\bapp\.run$/.test(textOf(callee));
}

const callsBelow = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/** Every call in a node, itself included, in source order. */
export function callsIn(node: SyntaxNode): readonly SyntaxNode[] {
  const known = callsBelow.get(node);
  if (known !== undefined) return known;
  const found = descendants(node).filter(({ type }) => type === 'call');
  callsBelow.set(node, found);
  return found;
}

/** The parameter (a node in the parameter list) that an argument fills. */
export function parameterFor({ keyword, position }: Slot, definition: SyntaxNode, reading: Reading): SyntaxNode | null {
  const parameters = namedChildren(fieldOf(definition, 'parameters') ?? definition);
  if (keyword !== null) return parameters.find((parameter) => parameterName(parameter, reading) === keyword) ?? null;
  if (position === null) return null;
  const bound =
    ancestor(definition, 'class_definition', 'function_definition')?.type === 'class_definition' &&
    !isStatic(definition, reading);
  const parameter = parameters[bound ? position + 1 : position];
  return parameter === undefined || parameterName(parameter, reading) === null ? null : parameter;
}

function isStatic({ parent }: SyntaxNode, { textOf }: Reading): boolean {
  return parent?.type === 'decorated_definition' && parent.children.some((each) => textOf(each) === '@staticmethod');
}

const plainParameters = ['identifier', 'default_parameter', 'typed_default_parameter', 'typed_parameter'];

/** The identifier that a parameter binds; `null` for `*args` and separators. */
export function parameterTarget(parameter: SyntaxNode): SyntaxNode | null {
  if (!plainParameters.includes(parameter.type)) return null;
  if (parameter.type === 'identifier') return parameter;
  const name = fieldOf(parameter, 'name') ?? namedChildren(parameter)[0];
  return name?.type === 'identifier' ? name : null;
}

function parameterName(parameter: SyntaxNode, { textOf }: Reading): string | null {
  const target = parameterTarget(parameter);
  return target === null ? null : textOf(target);
}

/** Every call in the file that runs this function, as far as names tell. */
export function callsOf(definition: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const name = fieldOf(definition, 'name');
  if (name === null) return [];
  const around = ancestor(definition, 'class_definition', 'function_definition');
  if (around?.type === 'class_definition' && reading.textOf(name) !== '__init__')
    return callsIn(reading.root).filter(
      (call) => fieldOf(call, 'function')?.type === 'attribute' && calledName(call, reading) === reading.textOf(name),
    );
  const target = around?.type === 'class_definition' ? fieldOf(around, 'name') : name;
  const binding = target === null ? null : reading.bindings.madeAt(target);
  if (binding === null) return [];
  return reading.bindings
    .usesOf(binding)
    .flatMap(({ parent, field }) => (parent?.type === 'call' && field === 'function' ? [parent] : []));
}
