import { calledName, callsIn } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/**
 * The key of a hyper-parameter: `path::scope::callee#occurrence.argument`.
 *
 * `scope` names the functions and classes around the call, joined by dots, and is empty at module level.
 * `occurrence` counts, from 0, the calls of the same callee in that scope. Neither values nor lines
 * enter, so that it survives every rewrite of ours and most edits of the author's.
 */
export function identityOf(call: SyntaxNode, argument: string, reading: Reading): string {
  const name = call.type === 'call' ? calleeName(call, reading) : call.type;
  const occurrence =
    call.type === 'call'
      ? (callsByName(scopeAround(call), reading).get(name)?.get(call) ?? 0)
      : alikeIn(call, reading).indexOf(call);
  return `${reading.path}::${scopeName(call, reading)}::${name}#${occurrence}.${argument}`;
}

/** The statements of the same kind in one scope. */
function alikeIn(statement: SyntaxNode, { root }: Reading): readonly SyntaxNode[] {
  const around = scopeAround(statement);
  return descendants(around ?? root)
    .filter(({ type }) => type === statement.type)
    .filter((each) => scopeAround(each) === around);
}

type Counted = ReadonlyMap<string, ReadonlyMap<SyntaxNode, number>>;

const grouped = new WeakMap<SyntaxNode, Counted>();

/** The calls of one scope by the name of what they call, each with its count; kept, because every place asks. */
function callsByName(around: SyntaxNode | null, reading: Reading): Counted {
  const known = grouped.get(around ?? reading.root);
  if (known !== undefined) return known;
  const groups = new Map<string, Map<SyntaxNode, number>>();
  for (const call of callsIn(around ?? reading.root)) {
    if (scopeAround(call) !== around) continue;
    const name = calleeName(call, reading);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, new Map([[call, 0]]));
    else group.set(call, group.size);
  }
  grouped.set(around ?? reading.root, groups);
  return groups;
}

/** The class as the library names it, so that an alias does not change the key. */
function calleeName(call: SyntaxNode, reading: Reading): string {
  const callee = fieldOf(call, 'function');
  const canonical = callee === null ? null : reading.names.canonical(callee);
  return canonical?.split('.').at(-1) ?? calledName(call, reading);
}

function scopeAround(node: SyntaxNode): SyntaxNode | null {
  return ancestor(node, 'function_definition', 'class_definition');
}

function scopeName(node: SyntaxNode, reading: Reading): string {
  const names: string[] = [];
  for (let scope = scopeAround(node); scope !== null; scope = scopeAround(scope))
    names.unshift(definitionName(scope, reading));
  return names.join('.');
}

/** A name, and for the second definition of the same name beside the first `~1`. */
function definitionName(scope: SyntaxNode, { textOf }: Reading): string {
  const name = textOf(fieldOf(scope, 'name') ?? scope);
  const statement = scope.parent?.type === 'decorated_definition' ? scope.parent : scope;
  const before = (statement.parent?.children ?? [])
    .filter((other) => other.start < statement.start)
    .map((other) => (other.type === 'decorated_definition' ? (fieldOf(other, 'definition') ?? other) : other))
    .filter((other) => other.type === scope.type && textOf(fieldOf(other, 'name') ?? other) === name);
  return before.length === 0 ? name : `${name}~${before.length}`;
}
