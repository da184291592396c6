import { ancestor, descendants, fieldOf, isInside, namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { scopesOf } from './scopes.ts';
import type { Binding, Scope } from './scopes.ts';

/** Which assignment reaches which use, for module constants, simple locals and parameters. */
export interface Bindings {
  /** The one binding whose value the name has here; `null` when none or more than one may reach it. */
  reaching(use: SyntaxNode): Binding | null;
  /** Every binding that the name could mean, in source order. */
  candidates(use: SyntaxNode): readonly Binding[];
  /** The binding that this identifier makes, or `null` if it makes none. */
  madeAt(target: SyntaxNode): Binding | null;
  /** The uses that this binding reaches, and no other. */
  usesOf(binding: Binding): readonly SyntaxNode[];
}

// A name that is bound more often is no setting; following it would take the square of that.
const mostBindings = 300;

/** Reads a module's names without running it; what cannot be told for certain is not told. */
export function readBindings(root: SyntaxNode, text: string): Bindings {
  const { scopeOf, madeAt, uses } = scopesOf(root, text);
  const nameOf = (node: SyntaxNode): string => text.slice(node.start, node.end);

  const named = groupedBy(uses, nameOf);

  const candidates = (use: SyntaxNode): readonly Binding[] =>
    homeOf(scopeOf.get(use), nameOf(use))?.bindings.get(nameOf(use)) ?? [];

  const trace = (use: SyntaxNode): Binding | null => {
    const scope = scopeOf.get(use);
    const home = homeOf(scope, nameOf(use));
    const bound = home?.bindings.get(nameOf(use)) ?? [];
    if (scope === undefined || home === undefined || bound.length > mostBindings) return null;
    if (bound.some(({ foreign }) => foreign)) return null;
    const frame = deferringFunction(scope, home);
    if (frame === null) return inOrder(use, bound);
    if (bound.length === 1) return bound[0] ?? null;
    // The function runs where it is called: all its calls must see the same binding.
    const name = fieldOf(frame, 'name');
    const calls = name === null ? [] : (named.get(nameOf(name)) ?? []);
    if (calls.length === 0 || calls.some((call) => scopeOf.get(call) !== home)) return null;
    const seen = new Set(calls.map((call) => inOrder(call, bound)));
    return seen.size === 1 ? ([...seen][0] ?? null) : null;
  };

  const known = new Map(uses.map((use) => [use, trace(use)] as const));
  const reaching = (use: SyntaxNode): Binding | null => known.get(use) ?? null;
  const reached = groupedBy(uses, reaching);
  return {
    reaching,
    candidates,
    madeAt: (target) => madeAt.get(target) ?? null,
    usesOf: (binding) => reached.get(binding) ?? [],
  };
}

/** `Map.groupBy`, which Node 20 does not have. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The scope that binds the name, seen from another; class bodies are invisible from inside methods. */
function homeOf(from: Scope | undefined, name: string): Scope | undefined {
  for (let scope = from; scope !== undefined; scope = scope.outer) {
    if (scope !== from && scope.node.type === 'class_definition') continue;
    if (scope.bindings.has(name) && !scope.elsewhere.has(name)) return scope;
  }
  return undefined;
}

const runsInPlace = [
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
  'class_definition',
];

/** The function whose body holds the use and that runs later than the text around it; or `null`. */
function deferringFunction(from: Scope, home: Scope): SyntaxNode | null {
  let outermost: SyntaxNode | null = null;
  for (let scope: Scope | undefined = from; scope !== undefined && scope !== home; scope = scope.outer)
    if (!runsInPlace.includes(scope.node.type)) outermost = scope.node;
  return outermost;
}

/** The last binding before the use, if every way to the use leads through it. */
function inOrder(use: SyntaxNode, bound: readonly Binding[]): Binding | null {
  const last = bound.filter(({ effect }) => effect <= use.start).at(-1);
  if (last === undefined || !alwaysRuns(last.statement, use)) return null;
  const overtaken = bound.some(({ statement, effect }) => {
    if (effect <= use.start) return false;
    const loop = loopAround(use, statement);
    return loop !== null && !isInside(last.statement, loop);
  });
  return overtaken ? null : last;
}

/** Whether the statement has run whenever the use runs: its block holds the use. */
function alwaysRuns(statement: SyntaxNode, use: SyntaxNode): boolean {
  let block = ancestor(statement, 'block', 'module');
  while (block?.parent?.type === 'with_statement') block = ancestor(block, 'block', 'module');
  if (statement.type === 'for_statement') block = fieldOf(statement, 'body');
  return block === null || isInside(use, block) || isInside(use, statement);
}

function loopAround(use: SyntaxNode, other: SyntaxNode): SyntaxNode | null {
  for (let loop = ancestor(use, 'for_statement', 'while_statement'); loop !== null;) {
    if (isInside(other, loop)) return loop;
    loop = ancestor(loop, 'for_statement', 'while_statement');
  }
  return null;
}

/** The statements of a function's own body that give a value back, nested functions left out. */
export function returnedValues(definition: SyntaxNode): readonly SyntaxNode[] {
  const body = fieldOf(definition, 'body');
  if (body === null) return [];
  return descendants(body)
    .filter((node) => node.type === 'return_statement')
    .filter((node) => ancestor(node, 'function_definition', 'lambda') === definition)
    .flatMap((node) => namedChildren(node).slice(0, 1));
}
