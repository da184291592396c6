import type { Edits } from './edits.ts';
import { readNotebook } from './notebook.ts';
import { positionsOf } from './positions.ts';
import type { Positions } from './positions.ts';
import type { SourceFile } from './source.ts';

/** The Python in a file: the whole of a script, or the code of a notebook's cells. */
export interface PythonIn {
  readonly text: string;
  readonly positions: Positions;
  /** Edits of `text` as edits of the file. */
  inFile(edits: Edits): Edits;
  /** Why there is no Python in it. */
  readonly problem: string | null;
}

const known = new WeakMap<SourceFile, PythonIn>();

/** Finds the Python once for each file; every span of ours counts in this text. */
export function pythonIn(file: SourceFile): PythonIn {
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

function read({ path, text }: SourceFile): PythonIn {
  if (!isNotebook(path)) return script(text, null);
  const notebook = readNotebook(text);
  return typeof notebook === 'string' ? script('', notebook) : { ...notebook, problem: null };
}

function script(text: string, problem: string | null): PythonIn {
  return { text, positions: positionsOf(text), inFile: (edits) => edits, problem };
}
