import type { Tree, TreeCursor } from 'web-tree-sitter';
import { pythonParser } from './parser.ts';
import { positionsOf } from './positions.ts';
import type { Positions } from './positions.ts';
import type { Position, Span } from './source.ts';

/**
 * A node of the concrete syntax tree as plain data: it outlives the parser's memory, and two trees can
 * be compared. Node types are those of tree-sitter-python.
 */
export interface SyntaxNode extends Span {
  readonly type: string;
  readonly named: boolean;
  /** The name of the parent's field in which it stands. */
  readonly field: string | null;
  readonly parent: SyntaxNode | null;
  /** All children, punctuation too, comments not. */
  readonly children: readonly SyntaxNode[];
}

/** Where Python text stops being Python. */
export interface SyntaxProblem extends Position {
  readonly near: string;
  /** It is nested deeper than Python itself takes: nothing walks such a tree. */
  readonly bottomless: boolean;
}

export interface PythonText {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly positions: Positions;
  /** The first syntax error; the tree is then the parser's best guess. */
  readonly problem: SyntaxProblem | null;
}

/** Reads Python source; a syntax error is data, never a throw. */
export async function parsePython(text: string, positions: Positions = positionsOf(text)): Promise<PythonText> {
  const parser = await pythonParser();
  const tree = parser.parse(text);
  if (tree === null) throw new Error('The Python parser gave up without a reason.');
  try {
    return readTree(tree, text, positions);
  } finally {
    tree.delete();
  }
}

function readTree(tree: Tree, text: string, positions: Positions): PythonText {
  const cursor = tree.walk();
  const errors: Span[] = [];
  const depths: Span[] = [];
  const root = readNodes(cursor, errors, depths);
  cursor.delete();
  return { text, root, positions, problem: firstProblem(errors, depths, text, positions) };
}

interface GrowingNode extends SyntaxNode {
  readonly parent: GrowingNode | null;
  readonly children: GrowingNode[];
}

// Python 2 statements, which the grammar accepts and Python 3 does not.
const foreign = ['print_statement', 'exec_statement'];

// CPython takes no more: "too many nested parentheses"; and its compiler gives up at 2,990 levels (3.11).
const mostBrackets = 200;
const mostLevels = 3000;
const bracketed = new Set([
  'argument_list',
  'parenthesized_expression',
  'list',
  'tuple',
  'dictionary',
  'set',
  'generator_expression',
  'list_comprehension',
  'dictionary_comprehension',
  'set_comprehension',
]);

/** Without recursion: a sum of ten thousand terms is as many levels deep. */
function readNodes(cursor: TreeCursor, errors: Span[], depths: Span[]): SyntaxNode {
  const root = nodeAt(cursor, null, errors);
  let around = root;
  let brackets = 0;
  let levels = 0;
  let entering = cursor.gotoFirstChild();
  while (entering) {
    if (cursor.nodeType !== 'comment') {
      const node = nodeAt(cursor, around, errors);
      around.children.push(node);
      if (cursor.gotoFirstChild()) {
        around = node;
        levels += 1;
        brackets += Number(bracketed.has(node.type));
        if ((brackets > mostBrackets || levels > mostLevels) && depths.length === 0) depths.push(node);
        continue;
      }
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      if (around === root) {
        entering = false;
        break;
      }
      brackets -= Number(bracketed.has(around.type));
      levels -= 1;
      around = around.parent ?? root;
    }
  }
  return root;
}

function nodeAt(cursor: TreeCursor, parent: GrowingNode | null, errors: Span[]): GrowingNode {
  const node: GrowingNode = {
    type: cursor.nodeType,
    named: cursor.nodeIsNamed,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    parent,
    children: [],
  };
  if (node.type === 'ERROR' || cursor.nodeIsMissing || foreign.includes(node.type)) errors.push(node);
  return node;
}

function firstProblem(
  errors: readonly Span[],
  depths: readonly Span[],
  text: string,
  positions: Positions,
): SyntaxProblem | null {
  const first = [...errors, ...depths].toSorted((one, other) => one.start - other.start)[0];
  if (first === undefined) return null;
  const place = positions.positionAt(first.start);
  const near = text.slice(first.start).trimStart().split(/\r|\n/, 1)[0] ?? '';
  return {
    ...place,
    bottomless: depths.length > 0,
    near: (near === '' ? positions.lineAt(first.start).trim() : near).slice(0, 60),
  };
}

/** The child in a field, or `null`. */
export function fieldOf(node: SyntaxNode, field: string): SyntaxNode | null {
  return node.children.find((child) => child.field === field) ?? null;
}

/** Whether it stands on the left of an assignment; the left operand of a sum does not. */
export function isTarget({ field, parent }: SyntaxNode): boolean {
  return field === 'left' && /^(assignment|augmented_assignment|for_statement|for_in_clause)$/.test(parent?.type ?? '');
}

const named = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/** Kept, because a list of a hundred thousand numbers is asked by each of them. */
export function namedChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const known = named.get(node);
  if (known !== undefined) return known;
  const found = node.children.filter((child) => child.named);
  named.set(node, found);
  return found;
}

const below = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/** The node and everything below it, in source order. Kept, because every question walks the same trees. */
export function descendants(node: SyntaxNode): readonly SyntaxNode[] {
  const known = below.get(node);
  if (known !== undefined) return known;
  const found: SyntaxNode[] = [];
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined) pending.push(child);
    }
  }
  below.set(node, found);
  return found;
}

/** The nearest node above of one of these types, or `null`. */
export function ancestor(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) if (types.includes(above.type)) return above;
  return null;
}

export function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
