import { argumentsOf, calledName, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { callsIn } from '../../python/calls.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Span } from '../../python/source.ts';

/** One layer of a sequential model, as its author wrote it. */
export interface Item {
  /** The call that makes the layer, and its class's name in the library. */
  readonly layer: SyntaxNode;
  readonly name: string;
  /** The whole statement or list element. */
  readonly whole: Span;
}

/** Layers one after the other; each can be followed by a copy of itself. */
export interface Stack {
  readonly library: 'keras' | 'torch';
  readonly style: 'list' | 'add' | 'functional';
  readonly items: readonly Item[];
  /** A call that surely runs when the model is made, and that no edit removes. */
  readonly anchor: SyntaxNode;
}

/** Every sequential model of a file whose layers stand one beside the other. */
export function stacksOf(reading: Reading): readonly Stack[] {
  return [...lists(reading), ...statements(reading)].filter(({ items }) => items.length > 1);
}

/** `Sequential([A, B])` of Keras, `nn.Sequential(A, B)` of PyTorch. */
function lists(reading: Reading): readonly Stack[] {
  return callsIn(reading.root).flatMap((call): Stack[] => {
    const canonical = canonicalOf(call, reading);
    if (!/\bSequential$/.test(canonical)) return [];
    const library = libraryOf(canonical);
    const [first] = argumentsOf(call);
    const parts = library === 'torch' ? argumentsOf(call) : first?.type === 'list' ? namedChildren(first) : [];
    const items = parts.map((part) => itemOf(part, part, reading));
    if (library === null || items.includes(null)) return [];
    return [{ library, style: 'list', items: items.filter((item) => item !== null), anchor: call }];
  });
}

function itemOf(layer: SyntaxNode, whole: SyntaxNode, reading: Reading): Item | null {
  if (layer.type !== 'call') return null;
  const canonical = canonicalOf(layer, reading);
  const name = canonical.split('.').at(-1) ?? '';
  const { start, end } = whole;
  return libraryOf(canonical) === null ? null : { layer, name, whole: { start, end } };
}

/** Runs of `model.add(A)` or `x = A(x)` in one block, with nothing of another kind between. */
function statements(reading: Reading): readonly Stack[] {
  const blocks = descendants(reading.root).filter(({ type }) => type === 'block' || type === 'module');
  return blocks.flatMap((block) => {
    const stacks: { key: string; style: Stack['style']; items: Item[] }[] = [];
    for (const statement of block.children) {
      const made = addition(statement, reading) ?? application(statement, reading);
      const item = made === null ? null : itemOf(made.layer, statement, reading);
      const last = stacks.at(-1);
      if (made === null || item === null) {
        if (!isHarmless(statement, reading)) stacks.push({ key: '', style: 'add', items: [] });
      } else if (last?.key === made.key) last.items.push(item);
      else stacks.push({ key: made.key, style: made.style, items: [item] });
    }
    return stacks.flatMap(({ style, items }): Stack[] => {
      const [first] = items;
      return first === undefined ? [] : [{ library: 'keras', style, items, anchor: first.layer }];
    });
  });
}

interface Made {
  readonly key: string;
  readonly style: Stack['style'];
  readonly layer: SyntaxNode;
}

function addition(statement: SyntaxNode, reading: Reading): Made | null {
  const call = statement.type === 'expression_statement' ? namedChildren(statement)[0] : undefined;
  if (call?.type !== 'call' || calledName(call, reading) !== 'add') return null;
  const object = fieldOf(fieldOf(call, 'function') ?? call, 'object');
  const [layer, ...others] = argumentsOf(call);
  if (object?.type !== 'identifier' || layer?.type !== 'call' || others.length > 0) return null;
  return { key: `add ${reading.textOf(object)}`, style: 'add', layer };
}

/** `x = Dense(64)(x)`: the same name goes in and comes out. */
function application(statement: SyntaxNode, reading: Reading): Made | null {
  const assignment = statement.type === 'expression_statement' ? namedChildren(statement)[0] : undefined;
  if (assignment?.type !== 'assignment') return null;
  const [left, right] = [fieldOf(assignment, 'left'), fieldOf(assignment, 'right')];
  const layer = right?.type === 'call' ? fieldOf(right, 'function') : null;
  if (left?.type !== 'identifier' || right === null || layer?.type !== 'call') return null;
  const [input, ...others] = argumentsOf(right);
  if (input === undefined || others.length > 0 || reading.textOf(input) !== reading.textOf(left)) return null;
  return { key: `apply ${reading.textOf(left)}`, style: 'functional', layer };
}

/** What may stand between layers without being part of the model: text, and printing. */
function isHarmless(statement: SyntaxNode, reading: Reading): boolean {
  const [inner] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  return inner?.type === 'string' || (inner?.type === 'call' && /^(print|summary)$/.test(calledName(inner, reading)));
}

export function canonicalOf(call: SyntaxNode, { names }: Reading): string {
  const callee = fieldOf(call, 'function');
  return (callee === null ? null : names.canonical(callee)) ?? '';
}

function libraryOf(canonical: string): Stack['library'] | null {
  const [first] = canonical.split('.');
  return first === 'keras' || first === 'torch' ? first : null;
}

/** Whether a stack is made in a loop or a function argument, where one text stands for several layers. */
export function isRepeated(stack: Stack, reading: Reading): boolean {
  const first = stack.items[0]?.layer ?? stack.anchor;
  if (ancestor(first, 'for_statement', 'while_statement', 'list_comprehension') !== null) return true;
  return slotOf(stack.anchor, reading)?.keyword === 'build_fn';
}
