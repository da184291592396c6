import { calledName, callsIn } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';

const searches = /SearchCV$|^(validation_curve|create_study|fmin|tune_run)$/;

/** Whether the script itself searches for an argument, or sets it later: what the constructor says is then no value. */
export function searchedByScript(argument: string, reading: Reading): boolean {
  const { setters, keys } = searchesIn(reading);
  const setLater = setters.some((text) => named(argument, text, '='));
  return setLater || keys.some((key) => key === argument || key.endsWith(`__${argument}`));
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
  if (!calls.some((call) => searches.test(calledName(call, reading)))) return { setters, keys: [] };
  const keys = descendants(reading.root)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  return { setters, keys };
}
