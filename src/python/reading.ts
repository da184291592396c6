import { readBindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import { readNames } from './names.ts';
import { pythonIn } from './python-text.ts';
import type { Names } from './names.ts';
import type { SourceFile, Span } from './source.ts';
import { parsePython } from './syntax-tree.ts';
import type { PythonText } from './syntax-tree.ts';

/** A Python file with everything that can be known of its text. */
export interface Reading extends PythonText {
  readonly path: string;
  readonly bindings: Bindings;
  readonly names: Names;
  readonly textOf: (span: Span) => string;
}

const readings = new WeakMap<SourceFile, Promise<Reading>>();

/** Reads a file once, whoever asks. */
export function readPython(file: SourceFile): Promise<Reading> {
  const known = readings.get(file);
  if (known !== undefined) return known;
  const reading = read(file);
  readings.set(file, reading);
  return reading;
}

async function read(file: SourceFile): Promise<Reading> {
  const { path } = file;
  const { text, positions } = pythonIn(file);
  const parsed = await parsePython(text, positions);
  const bindings = readBindings(parsed.root, text);
  const names = readNames(parsed.root, text, bindings);
  return { ...parsed, path, bindings, names, textOf: ({ start, end }) => text.slice(start, end) };
}
