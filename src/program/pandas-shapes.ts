import { argumentsOf, calledName, keywordValue } from '../python/calls.ts';
import type { Module } from '../python/links.ts';
import { descendants, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Anatomy } from './anatomy.ts';
import { isFrame, lastOf } from './frames.ts';

/**
 * What pandas 3 takes otherwise, most of it without an error: a part of a frame is a copy, its arrays are not written
 * to, and text is a type of its own (pandas' "What's new in 3.0.0": Copy-on-Write, the string dtype).
 */
export type Shape = 'part-set' | 'part-changed' | 'array-written' | 'text-as-object' | 'number-into-text';

export interface ShapeFound {
  readonly shape: Shape;
  /** As it is written, cut. */
  readonly what: string;
  readonly node: SyntaxNode;
}

const longest = 32;

/** Every such place of a file that uses data frames. */
export function pandasShapes(reading: Module, { origins }: Anatomy): readonly ShapeFound[] {
  const frame = (node: SyntaxNode | null): boolean => node !== null && isFrame(node, reading, origins);
  return descendants(reading.root).flatMap((node): readonly ShapeFound[] => {
    const shape = shapeOf(node, reading, frame);
    return shape === null ? [] : [{ shape, what: cut(reading.textOf(node)), node }];
  });
}

function cut(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

type IsFrame = (node: SyntaxNode | null) => boolean;

function shapeOf(node: SyntaxNode, reading: Module, frame: IsFrame): Shape | null {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment':
      return shapeOfWriting(node, reading, frame);
    case 'call':
      return shapeOfCall(node, reading, frame);
    case 'comparison_operator':
      return comparesWithObject(node, reading) ? 'text-as-object' : null;
    default:
      return null;
  }
}

function shapeOfWriting(statement: SyntaxNode, reading: Module, frame: IsFrame): Shape | null {
  const left = fieldOf(statement, 'left');
  const into = left?.type === 'subscript' ? fieldOf(left, 'value') : null;
  if (left == null || into === null) return null;
  if (isArrayOf(into, reading, frame)) return 'array-written';
  if (isPart(into, reading, frame) || (isIndexer(into, reading) && isPart(fieldOf(into, 'object'), reading, frame)))
    return 'part-set';
  const right = fieldOf(statement, 'right');
  const number = right !== null && /^-?[\d.]+$/.test(reading.textOf(right));
  return number && isIndexer(into, reading) && frame(into) && choosesByText(left, reading) ? 'number-into-text' : null;
}

// The methods that change what they are called on when they are told to.
const changing = /^(fillna|replace|clip|ffill|bfill|interpolate|mask|where)$/;

function shapeOfCall(call: SyntaxNode, reading: Module, frame: IsFrame): Shape | null {
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const [first] = argumentsOf(call);
  if (calledName(call, reading) === 'shuffle' && first !== undefined && isArrayOf(first, reading, frame))
    return 'array-written';
  if (object === null || !changing.test(calledName(call, reading))) return null;
  const inPlace = keywordValue(call, 'inplace', reading);
  if (inPlace === null || reading.textOf(inPlace) !== 'True') return null;
  return isPart(object, reading, frame) ? 'part-changed' : null;
}

/** `df['a']`, `df[name]`, `df.a`, `df.loc[:, 'a']`: what older versions gave a view of. */
function isPart(node: SyntaxNode | null, reading: Module, frame: IsFrame): boolean {
  if (node?.type === 'attribute') return !isIndexer(node, reading) && frame(node);
  if (node?.type !== 'subscript') return false;
  const value = fieldOf(node, 'value');
  const keys = namedChildren(node).slice(1);
  const rows = value !== null && isIndexer(value, reading);
  const views = keys.every(({ type }) =>
    ['string', 'identifier', 'attribute', ...(rows ? ['slice'] : [])].includes(type),
  );
  return views && (!rows || keys[0]?.type === 'slice') && frame(value);
}

function isIndexer(node: SyntaxNode, reading: Module): boolean {
  return node.type === 'attribute' && /^(loc|iloc|at|iat)$/.test(lastOf(node, reading));
}

/** `df.values`, `df['a'].to_numpy()`, or a name that was given it. */
function isArrayOf(node: SyntaxNode, reading: Module, frame: IsFrame): boolean {
  if (node.type === 'identifier') {
    const value = reading.bindings.reaching(node)?.value ?? null;
    return value !== null && value.type !== 'identifier' && isArrayOf(value, reading, frame);
  }
  if (node.type === 'attribute') return lastOf(node, reading) === 'values' && frame(fieldOf(node, 'object'));
  const callee = node.type === 'call' && argumentsOf(node).length === 0 ? fieldOf(node, 'function') : null;
  return callee?.type === 'attribute' && lastOf(callee, reading) === 'to_numpy' && frame(fieldOf(callee, 'object'));
}

const types = /\.dtypes?(\.(name|kind)|\[[^[\]]*\])?$/;
const objects = /^\(?\[?\s*(['"](object|O)['"]|object|np\.object_?|numpy\.object_?|np\.dtype\(['"]O(bject)?['"]\))/;

/** `df[c].dtype == 'object'`, which is no longer true of text. */
function comparesWithObject(node: SyntaxNode, reading: Module): boolean {
  const sides = namedChildren(node).map((side) => reading.textOf(side));
  return sides.length === 2 && sides.some((side) => types.test(side)) && sides.some((side) => objects.test(side));
}

/** `df.loc[df['Sex'] == 'male', 'Sex']`: rows by the text of the same column. */
function choosesByText(subscript: SyntaxNode, reading: Module): boolean {
  const [rows, column] = namedChildren(subscript).slice(1);
  if (rows === undefined || column?.type !== 'string') return false;
  const name = reading.textOf(column).slice(1, -1);
  return descendants(rows).some((node) => {
    if (node.type !== 'comparison_operator') return false;
    const [left, right] = namedChildren(node);
    if (left === undefined || right?.type !== 'string') return false;
    const text = reading.textOf(left);
    return text.endsWith(`.${name}`) || text.endsWith(`['${name}']`) || text.endsWith(`["${name}"]`);
  });
}
