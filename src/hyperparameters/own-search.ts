import { calledName, callsIn } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';

const searches = /SearchCV$|^(validation_curve|create_study|fmin|tune_run)$/;

/** Whether the script itself searches for an argument, or sets it later: what the constructor says is then no value. */
export function searchedByScript(argument: string, reading: Reading): boolean {
  const calls = callsIn(reading.root);
  const setLater = calls.some(
    (call) => calledName(call, reading) === 'set_params' && named(argument, reading.textOf(call), '='),
  );
  const searched = calls.some((call) => searches.test(calledName(call, reading)));
  return setLater || (searched && keysIn(reading).some((key) => key === argument || key.endsWith(`__${argument}`)));
}

function named(argument: string, call: string, after: string): boolean {
  return new RegExp(`(__|\\b)${argument}\\s*${after}`).test(call);
}

const keysOf = new WeakMap<Reading, readonly string[]>();

function keysIn(reading: Reading): readonly string[] {
  const known = keysOf.get(reading);
  if (known !== undefined) return known;
  const keys = descendants(reading.root)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  keysOf.set(reading, keys);
  return keys;
}
