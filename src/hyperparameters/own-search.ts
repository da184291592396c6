import { argumentsOf, calledName, callsIn } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

const searches = /SearchCV$|^(validation_curve|create_study|fmin|tune_run)$/;

/**
 * Whether the script itself searches for an argument of what a call makes, or sets it later: what the constructor says is
 * then no value. A search that is seen to take other objects leaves this one alone.
 */
export function searchedByScript(argument: string, call: SyntaxNode, reading: Reading): boolean {
  const { setters, keys, searched } = searchesIn(reading);
  const setLater = setters.some((text) => named(argument, text, '='));
  const sought = keys.some((key) => key === argument || key.endsWith(`__${argument}`));
  return setLater || (sought && (searched === null || searched.has(call)));
}

function named(argument: string, call: string, after: string): boolean {
  return new RegExp(`(__|\\b)${argument}\\s*${after}`).test(call);
}

/** What a file's own searches tell, kept for every place that asks. */
interface Searches {
  /** The texts of the calls of `set_params`. */
  readonly setters: readonly string[];
  /** Every text of the file, where something searches by name. */
  readonly keys: readonly string[];
  /** The calls that made what is searched; `null` where that cannot be told of every search. */
  readonly searched: ReadonlySet<SyntaxNode> | null;
}

const known = new WeakMap<Reading, Searches>();

function searchesIn(reading: Reading): Searches {
  const found = known.get(reading) ?? read(reading);
  known.set(reading, found);
  return found;
}

function read(reading: Reading): Searches {
  const calls = callsIn(reading.root);
  const setters = calls
    .filter((call) => calledName(call, reading) === 'set_params')
    .map((call) => reading.textOf(call));
  const searching = calls.filter((call) => searches.test(calledName(call, reading)));
  if (searching.length === 0) return { setters, keys: [], searched: null };
  const keys = descendants(reading.root)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  const taken = searching.map((call) => estimatorsIn(argumentsOf(call)[0] ?? null, reading, 0));
  const all = taken.every((each) => each !== null);
  return { setters, keys, searched: all ? new Set(taken.flat()) : null };
}

const deepest = 6;

/** The calls that make what a search is given, pipelines and what they hold included. */
function estimatorsIn(given: SyntaxNode | null, reading: Reading, depth: number): readonly SyntaxNode[] | null {
  if (given === null || depth > deepest) return null;
  if (given.type === 'keyword_argument') {
    const value = given.children.at(-1) ?? null;
    return /^(base_)?estimator\b/.test(reading.textOf(given)) ? estimatorsIn(value, reading, depth + 1) : null;
  }
  if (given.type === 'identifier') {
    const binding = reading.bindings.reaching(given);
    return estimatorsIn(binding?.value ?? null, reading, depth + 1);
  }
  if (given.type !== 'call') return null;
  // `Pipeline(steps)`, `OneVsRestClassifier(base)`: what the names in it stand for is searched with it.
  const names = argumentsOf(given).flatMap((argument) =>
    descendants(argument).filter(
      ({ type, field }) => type === 'identifier' && field !== 'name' && field !== 'function',
    ),
  );
  const inner = names.flatMap((name) => {
    const value = reading.bindings.reaching(name)?.value ?? null;
    return value === null ? [] : callsIn(value);
  });
  return [...callsIn(given), ...inner];
}
