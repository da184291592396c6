import { argumentsOf } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { lineOf } from './anatomy.ts';
import type { CallFact } from './anatomy.ts';
import type { DataFile } from './program.ts';

/** Looks at the snapshot: whether a path, as the script writes it, is there. */
export type DataExists = (path: string) => DataFile['state'];

const readers: readonly RegExp[] = [
  /^pandas\.read_(csv|table|excel|json|parquet|pickle|feather|hdf|fwf)$/,
  /^numpy\.(load|loadtxt|genfromtxt|fromfile)$/,
  /^builtins\.open$/,
  /^(PIL\.Image\.open|cv2\.imread|imageio\.\w*imread|h5py\.File|joblib\.load|scipy\.io\.loadmat|torch\.load)$/,
  /^polars\.(read|scan)_\w+$/,
  /^torchvision\.datasets\.(ImageFolder|DatasetFolder)$/,
  /^keras\.(preprocessing|utils)\.\w*_dataset_from_directory$/,
  /^sklearn\.datasets\.(load_files|load_svmlight_file)$/,
];
const readingMethods = ['flow_from_directory'];
const writers =
  /^(to_\w+|save\w*|dump|savefig|imwrite|urlretrieve|retrieve|download|get_file|makedirs|mkdir|exists|isfile|isdir)$/;

/** The local files that the script reads by name, once each. */
export function dataFilesOf(facts: readonly CallFact[], exists: DataExists): readonly DataFile[] {
  const own = new Set(facts.flatMap((fact) => (makes(fact) ? pathsIn(fact) : [])));
  const files = new Map<string, DataFile>();
  for (const fact of facts) {
    const reads = readers.some((pattern) => pattern.test(fact.canonical ?? '')) || readingMethods.includes(fact.name);
    const optional = ancestor(fact.call, 'try_statement') !== null;
    if (!reads || makes(fact) || optional) continue;
    for (const path of pathsIn(fact, namesTheFile))
      if (!own.has(path) && !/^\w+:\/\//.test(path) && !files.has(path))
        files.set(path, { path, ...lineOf(fact.place), state: exists(path) });
  }
  return [...files.values()];
}

/** Whether the call writes the file, or asks whether it is there. */
function makes({ canonical, name, call, reading }: CallFact): boolean {
  if (canonical !== 'builtins.open') return writers.test(name);
  const mode = argumentsOf(call)[1];
  const text =
    mode === undefined
      ? ''
      : reading.textOf(mode.type === 'keyword_argument' ? (fieldOf(mode, 'value') ?? mode) : mode);
  return /^['"][rtb+]*[wax]/.test(text);
}

/** The argument of a reader that names the file: the first, unless it has another name. */
function namesTheFile(argument: SyntaxNode, index: number, { textOf }: Reading): boolean {
  if (argument.type !== 'keyword_argument') return index === 0;
  const name = fieldOf(argument, 'name');
  return name !== null && /file|path|name|^(io|fp|root|directory)$/.test(textOf(name));
}

type Pick = (argument: SyntaxNode, index: number, reading: Reading) => boolean;

function pathsIn({ call, reading }: CallFact, among: Pick = () => true): readonly string[] {
  return argumentsOf(call).flatMap((argument, index) => {
    if (!among(argument, index, reading)) return [];
    const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
    const path = value === null ? null : pathAt(value, reading, 5);
    return path === null || path === '' ? [] : [path];
  });
}

/** The path that an expression of literals means: a string, a constant, `os.path.join('data', 'x.csv')`. */
function pathAt(node: SyntaxNode, reading: Reading, depth: number): string | null {
  if (depth === 0) return null;
  if (node.type === 'identifier') {
    const value = reading.bindings.reaching(node)?.value ?? null;
    return value === null ? null : pathAt(value, reading, depth - 1);
  }
  const literal = readLiteral(reading.textOf(node));
  if (typeof literal?.value === 'string') return literal.value;
  const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
  const canonical = callee === null ? null : reading.names.canonical(callee);
  if (canonical !== 'os.path.join' && canonical !== 'pathlib.Path') return null;
  const parts = argumentsOf(node).map((part) => pathAt(part, reading, depth - 1));
  return parts.includes(null) ? null : parts.join('/');
}
