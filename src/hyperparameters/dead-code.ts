import { reachOf } from '../program/reach.ts';
import type { Runs } from '../program/reach.ts';
import { callsIn, startsMain } from '../python/calls.ts';
import { isOff } from '../python/flags.ts';
import type { Module } from '../python/links.ts';
import type { Reading } from '../python/reading.ts';
import { descendants, fieldOf, isInside, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** Whether code can be seen never to run: in a function or class that nobody names, after an exit, under `if False`. */
export function neverRuns(node: SyntaxNode, module: Module): boolean {
  for (let inner: SyntaxNode = node; inner.parent !== null; inner = inner.parent) {
    const { parent } = inner;
    if (isBlock(parent) && leftAt(parent, module) <= inner.start) return true;
    const condition = inner.field === 'consequence' ? fieldOf(parent, 'condition') : null;
    if (condition !== null && isOff(condition, module)) return true;
    if (/^(function|class)_definition$/.test(inner.type) && isForgotten(inner, module)) return true;
  }
  return isUncalled(node, module);
}

const reached = new WeakMap<readonly Module[], Runs | null>();

/** A method that only others call which nobody calls, in a program that does something by itself. */
function isUncalled(node: SyntaxNode, module: Module): boolean {
  const { modules } = module;
  let runs = reached.get(modules);
  if (runs === undefined) {
    const script = modules.find(({ entry }) => entry);
    const others = modules.filter((each) => each !== script);
    runs = script !== undefined && acts(script) ? reachOf([script, ...others]) : null;
    reached.set(modules, runs);
  }
  return runs !== null && modules.includes(module) && !runs(node, module);
}

function isBlock({ type }: SyntaxNode): boolean {
  return type === 'block' || type === 'module';
}

const left = new WeakMap<SyntaxNode, number>();

/** Where the first statement ends after which a block does not go on. */
function leftAt(block: SyntaxNode, module: Module): number {
  const at = left.get(block) ?? block.children.find((statement) => leaves(statement, module))?.end ?? Infinity;
  left.set(block, at);
  return at;
}

const exits = /^(?:sys\.exit|exit|quit|os\._exit)$/;

/** A statement after which its block does not go on. */
function leaves(statement: SyntaxNode, { textOf }: Reading): boolean {
  if (['return_statement', 'raise_statement', 'break_statement', 'continue_statement'].includes(statement.type))
    return true;
  const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  const callee = call?.type === 'call' ? fieldOf(call, 'function') : null;
  return callee !== null && exits.test(textOf(callee));
}

const forgotten = new WeakMap<SyntaxNode, boolean>();

/** A plain module-level function or class that no file ever names; what is decorated may be called by others. */
function isForgotten(definition: SyntaxNode, module: Module): boolean {
  const known = forgotten.get(definition);
  if (known !== undefined) return known;
  const name = fieldOf(definition, 'name');
  const plain = definition.parent?.type === 'module' && name !== null;
  // A test runner calls its tests; what they train is nobody's model.
  const mayBeCalled = !acts(module) && !/^(test_|Test)/.test(name === null ? '' : module.textOf(name));
  const answer =
    plain && !mayBeCalled && !isNamed(module.textOf(name), definition, module) && !isTaken(module.textOf(name), module);
  forgotten.set(definition, answer);
  return answer;
}

/** Whether a file does something by itself; one that only defines leaves it to others to call its functions. */
function acts(module: Module): boolean {
  return !module.entry || module.root.children.some((statement) => doing.test(statement.type) && !isQuiet(statement));
}

const doing = /^(expression_statement|if_statement|for_statement|while_statement|with_statement|try_statement)$/;

/** A docstring, or a name that is given a value. */
function isQuiet(statement: SyntaxNode): boolean {
  const [inner] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  return inner?.type === 'string' || inner?.type === 'assignment';
}

/** By a file that imports it. */
function isTaken(name: string, module: Module): boolean {
  return !module.entry && module.usesElsewhere(name).length > 0;
}

/** By an identifier, or in a text that may be looked up (`globals()['train']()`). */
function isNamed(name: string, definition: SyntaxNode, reading: Reading): boolean {
  const { root, textOf } = reading;
  if (name === 'main' && callsIn(root).some((call) => startsMain(call, reading))) return true;
  return descendants(root).some(
    (node) =>
      (node.type === 'identifier' || node.type === 'string_content') &&
      textOf(node).trim() === name &&
      !isInside(node, definition),
  );
}
