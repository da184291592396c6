import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The house rules of ARCHITECTURE.md as a table: which room may import which. `*` is every room. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  entries: ['commands', 'github', 'report', 'settings'],
  commands: [
    'wiring',
    'github',
    'report',
    'monitor',
    'environments',
    'program',
    'hyperparameters',
    'study',
    'search',
    'settings',
    'python',
    'metric-text',
  ],
  wiring: ['runners', 'store', 'environments', 'github', 'settings', 'study', 'search'],
  github: ['report', 'settings'],
  report: ['study', 'hyperparameters', 'search', 'settings', 'program', 'environments', 'metric-text'],
  monitor: ['study', 'settings', 'machine'],
  runners: ['study', 'hyperparameters', 'python', 'search', 'settings', 'machine'],
  store: ['packages', 'study', 'hyperparameters', 'settings', 'python', 'search', 'machine'],
  study: ['hyperparameters', 'search', 'python'],
  environments: ['program', 'packages', 'settings', 'machine'],
  hyperparameters: ['program', 'python', 'search'],
  program: ['python', 'packages'],
  packages: [],
  'metric-text': [],
  search: [],
  python: [],
  settings: [],
  machine: [],
};

/** Importable from everywhere; they import nothing of the house. */
const leaves = ['errors', 'metrics', 'decode'];
const entries = ['index', 'cli', 'action', 'post'];
const pureRooms = [
  'metric-text',
  'python',
  'packages',
  'program',
  'hyperparameters',
  'search',
  'report',
  'metrics',
  'errors',
  'decode',
];
/** Pure files of rooms that also hold effects, and the one effect in a pure room. */
const pureFiles = [
  'settings/table.ts',
  'settings/settings.ts',
  'study/events.ts',
  'study/state.ts',
  'study/decide.ts',
  'study/verdict.ts',
  'study/ports.ts',
  'study/messages.ts',
  'study/message-parts.ts',
  'study/order.ts',
  'environments/choose.ts',
  'environments/choose-image.ts',
  'environments/families.ts',
  'environments/needs.ts',
  'environments/environment.ts',
  'runners/messages.ts',
  'runners/allow-list.ts',
  'runners/docker/arguments.ts',
  'runners/how-it-ended.ts',
  'monitor/verdict.ts',
];
const impureFiles = ['python/parser.ts'];
/** Libraries that compute only. */
const pureLibraries = ['yaml', 'toml-eslint-parser', 'diff', 'web-tree-sitter'];
const effects = /\b(Date\.now|Math\.random|new Date\(\)|process\.|console\.|setTimeout|setInterval|performance\.now)/;
const vagueNames = /(^|[/-])(utils?|helpers?|common|misc|manager|base|impl)([./-]|$)/;
const mostLines = 250;

interface CodeFile {
  readonly path: string;
  readonly text: string;
}

/** Every broken rule, one sentence each. */
function violations(files: readonly CodeFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const graph = new Map(files.map((file) => [file.path, importsOf(file)] as const));
  return files
    .flatMap((file) => [
      ...wrongArrows(file, graph.get(file.path) ?? [], known),
      ...impurities(file, graph.get(file.path) ?? []),
      ...shapes(file),
    ])
    .concat(cycles(graph));
}

function importsOf({ path, text }: CodeFile): string[] {
  const code = text.replace(/^\s*(\/\/|\*).*$/gm, '');
  const statement =
    /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  const specifiers = [...code.matchAll(statement)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return specifiers.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

function roomOf(path: string): string {
  const [first = ''] = path.split('/');
  if (path.includes('/')) return first;
  const name = first.replace(/\.test\.ts$|\.ts$/, '');
  return entries.includes(name) ? 'entries' : name;
}

function wrongArrows({ path }: CodeFile, imports: readonly string[], known: ReadonlySet<string>): string[] {
  const room = roomOf(path);
  if (path === 'layers.test.ts') return [];
  return imports
    .filter((target) => target.endsWith('.ts'))
    .flatMap((target) => {
      const other = roomOf(target);
      if (!known.has(target)) return [`${path} imports ${target}, which does not exist`];
      if (other === room || leaves.includes(other)) return [];
      return mayImport[room]?.includes(other) === true ? [] : [`${path} may not import ${target}: ${room} → ${other}`];
    });
}

function impurities({ path, text }: CodeFile, imports: readonly string[]): string[] {
  const tested = /\.(test|contract)\.ts$/.test(path);
  const pure = !tested && !impureFiles.includes(path) && (pureRooms.includes(roomOf(path)) || pureFiles.includes(path));
  if (!pure) return [];
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const outside = imports.filter((name) => !name.endsWith('.ts') && !pureLibraries.includes(name));
  const effect = effects.exec(code)?.[0];
  return [
    ...outside.map((name) => `${path} is pure and may not import ${name}`),
    ...(effect === undefined ? [] : [`${path} is pure and may not use ${effect}`]),
    ...(path === 'study/decide.ts' && /\basync\b/.test(code) ? [`${path} decides and may not wait`] : []),
  ];
}

function shapes({ path, text }: CodeFile): string[] {
  const lines = text.split('\n').length - 1;
  const room = roomOf(path);
  return [
    ...(lines > mostLines && !path.endsWith('.data.ts')
      ? [`${path} has ${String(lines)} lines; ${String(mostLines)} are allowed`]
      : []),
    ...(vagueNames.test(path) ? [`${path} has a name that says nothing`] : []),
    ...(room in mayImport || leaves.includes(room) || path === 'layers.test.ts' ? [] : [`${path} stands in no room`]),
  ];
}

/** Strongly connected files and rooms, by depth-first search. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function sourceFiles(): CodeFile[] {
  const root = import.meta.dirname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('fixtures'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }));
}

test('the house keeps its rules', () => {
  expect(violations(sourceFiles())).toEqual([]);
});

test.each([
  [
    'an arrow upwards',
    [
      { path: 'search/a.ts', text: "import '../study/b.ts';" },
      { path: 'study/b.ts', text: '' },
    ],
    /search → study/,
  ],
  [
    'a cycle, of types too',
    [
      { path: 'study/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'study/b.ts', text: "import type { A } from './a.ts';" },
    ],
    /cycle/,
  ],
  ['an effect in a pure room', [{ path: 'report/a.ts', text: 'const x = Date.now();' }], /Date\.now/],
  ['a node module in a pure room', [{ path: 'report/a.ts', text: "import 'node:fs';" }], /node:fs/],
  ['a decision that waits', [{ path: 'study/decide.ts', text: 'async function f() {}' }], /may not wait/],
  ['a file that is too long', [{ path: 'study/a.ts', text: '\n'.repeat(251) }], /251 lines/],
  ['a name that says nothing', [{ path: 'study/string-utils.ts', text: '' }], /says nothing/],
  ['a file in no room', [{ path: 'stuff/a.ts', text: '' }], /no room/],
  ['an import of nothing', [{ path: 'study/a.ts', text: "import './gone.ts';" }], /does not exist/],
])('it rejects %s', (_, files, rule) => {
  expect(violations(files).join('\n')).toMatch(rule);
});
