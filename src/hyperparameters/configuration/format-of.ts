import { readLiteral, spell } from '../../python/literals.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { toml } from './toml.ts';
import { yaml } from './yaml.ts';

/** By the ending of a file's name. */
const formats: readonly (readonly [RegExp, Format])[] = [
  [/\.ya?ml$/i, yaml],
  [/\.json$/i, json],
  [/\.toml$/i, toml],
];

/** The language of a configuration file; `null` for any other file. */
export function formatOf(path: string): Format | null {
  return formats.find(([ending]) => ending.test(path))?.[1] ?? null;
}

/** How values are spelled in a file: in Python, or in the language of a configuration file. */
export function spellingIn(path: string): Pick<Format, 'literal' | 'spell'> {
  return formatOf(path) ?? { literal: readLiteral, spell };
}
