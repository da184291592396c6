import { descendants, fieldOf, namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A place that gives a name a meaning. */
export interface Binding {
  readonly name: string;
  readonly kind: 'assignment' | 'parameter' | 'import' | 'definition' | 'other';
  /** The identifier that is bound. */
  readonly node: SyntaxNode;
  readonly statement: SyntaxNode;
  /** What an assignment gives, or a parameter's default; `null` where it is not one expression. */
  readonly value: SyntaxNode | null;
  /** The offset from which on it holds. */
  readonly effect: number;
  /** Done from another scope, through `global` or `nonlocal`. */
  readonly foreign: boolean;
}

export interface Scope {
  readonly node: SyntaxNode;
  readonly outer: Scope | undefined;
  readonly bindings: Map<string, Binding[]>;
  /** Names that are declared `global` or `nonlocal` here. */
  readonly elsewhere: Set<string>;
}

export interface Scopes {
  /** The scope of every identifier that is read. */
  readonly scopeOf: ReadonlyMap<SyntaxNode, Scope>;
  /** The binding that an identifier makes. */
  readonly madeAt: ReadonlyMap<SyntaxNode, Binding>;
  /** The identifiers that are read, in source order. */
  readonly uses: readonly SyntaxNode[];
}

const opensScope = [
  'module',
  'function_definition',
  'lambda',
  'class_definition',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
];
// Fields that are evaluated outside the scope that their node opens.
const outside = ['name', 'superclasses', 'return_type'];

/** Sorts every identifier of a module into bindings and uses. */
export function scopesOf(root: SyntaxNode, text: string): Scopes {
  const scopeOf = new Map<SyntaxNode, Scope>();
  const uses: SyntaxNode[] = [];
  const madeAt = new Map<SyntaxNode, Binding>();

  const bind = (
    scope: Scope,
    node: SyntaxNode,
    more: Pick<Binding, 'kind' | 'statement' | 'value' | 'effect'>,
  ): void => {
    const name = text.slice(node.start, node.end);
    let home = scope;
    while (home.elsewhere.has(name) && home.outer !== undefined) home = home.outer;
    const binding = { ...more, name, node, foreign: home !== scope };
    madeAt.set(node, binding);
    const bound = home.bindings.get(name);
    if (bound === undefined) home.bindings.set(name, [binding]);
    else bound.push(binding);
  };

  // A stack instead of recursion: a tree may be deeper than the machine's own stack.
  const pending: (readonly [SyntaxNode, Scope])[] = [[root, newScope(root, undefined, text)]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, scope] = next;
    if (node.type === 'identifier') {
      if (madeAt.has(node) || !isRead(node)) continue;
      uses.push(node);
      scopeOf.set(node, scope);
      continue;
    }
    bindingsAt(node, (target, more) => {
      bind(scope, target, more);
    });
    const inner = opensScope.includes(node.type) && node !== root ? newScope(node, scope, text) : scope;
    for (const child of node.children.toReversed())
      pending.push([child, outside.includes(child.field ?? '') ? scope : inner]);
  }
  return { scopeOf, madeAt, uses };
}

function newScope(node: SyntaxNode, outer: Scope | undefined, text: string): Scope {
  const declared = node.type === 'function_definition' ? descendants(node) : [];
  const elsewhere = declared
    .filter(({ type }) => type === 'global_statement' || type === 'nonlocal_statement')
    .flatMap(namedChildren)
    .map(({ start, end }) => text.slice(start, end));
  return { node, outer, bindings: new Map(), elsewhere: new Set(elsewhere) };
}

function isRead(node: SyntaxNode): boolean {
  const { parent, field } = node;
  if (parent?.type === 'attribute' && field === 'attribute') return false;
  if (parent?.type === 'keyword_argument' && field === 'name') return false;
  return parent?.type !== 'global_statement' && parent?.type !== 'nonlocal_statement' && parent?.type !== 'dotted_name';
}

type Bind = (target: SyntaxNode, more: Pick<Binding, 'kind' | 'statement' | 'value' | 'effect'>) => void;

/** Names what a node binds by itself, its children left out. */
function bindingsAt(node: SyntaxNode, bind: Bind): void {
  const whole = { statement: node, effect: node.end };
  switch (node.type) {
    case 'assignment':
      bindAssignment(node, bind);
      return;
    case 'augmented_assignment':
    case 'delete_statement':
      for (const target of targetsIn(node.children[0])) bind(target, { ...whole, kind: 'other', value: null });
      return;
    case 'named_expression':
      for (const target of targetsIn(fieldOf(node, 'name'))) bind(target, { ...whole, kind: 'other', value: null });
      return;
    case 'for_statement':
    case 'for_in_clause': {
      const left = fieldOf(node, 'left');
      for (const target of targetsIn(left))
        bind(target, { statement: node, effect: left?.end ?? node.start, kind: 'other', value: null });
      return;
    }
    case 'as_pattern_target':
      for (const target of targetsIn(node.children[0])) bind(target, { ...whole, kind: 'other', value: null });
      return;
    case 'function_definition':
    case 'class_definition': {
      const name = fieldOf(node, 'name');
      if (name !== null) bind(name, { statement: node, effect: name.end, kind: 'definition', value: null });
      return;
    }
    case 'parameters':
    case 'lambda_parameters':
      for (const parameter of namedChildren(node)) bindParameter(parameter, bind);
      return;
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      for (const name of node.children.filter(({ field }) => field === 'name')) {
        const target = fieldOf(name, 'alias') ?? namedChildren(name)[0];
        if (target !== undefined) bind(target, { ...whole, kind: 'import', value: name });
      }
      return;
    default:
  }
}

function bindAssignment(node: SyntaxNode, bind: Bind): void {
  const left = fieldOf(node, 'left');
  let right = fieldOf(node, 'right');
  while (right?.type === 'assignment') right = fieldOf(right, 'right');
  if (left === null || right === null) return;
  const more = { kind: 'assignment', statement: node, effect: node.end } as const;
  if (left.type === 'identifier') {
    bind(left, { ...more, value: right });
    return;
  }
  const parts = namedChildren(left);
  const values = namedChildren(right);
  const paired = ['expression_list', 'tuple'].includes(right.type) && parts.length === values.length;
  for (const target of targetsIn(left)) {
    const value = paired ? (values[parts.indexOf(target)] ?? null) : null;
    bind(target, { ...more, kind: value === null ? 'other' : 'assignment', value });
  }
}

function bindParameter(parameter: SyntaxNode, bind: Bind): void {
  const name =
    parameter.type === 'identifier' ? parameter : (fieldOf(parameter, 'name') ?? namedChildren(parameter)[0]);
  if (name?.type !== 'identifier') return;
  bind(name, { kind: 'parameter', statement: parameter, value: fieldOf(parameter, 'value'), effect: name.start });
}

const patterns = ['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern'];

function targetsIn(pattern: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  if (pattern === null || pattern === undefined) return [];
  if (pattern.type === 'identifier') return [pattern];
  return patterns.includes(pattern.type) ? namedChildren(pattern).flatMap(targetsIn) : [];
}
