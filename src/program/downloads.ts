import { argumentsOf } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import { fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { lineOf } from './anatomy.ts';
import type { CallFact } from './anatomy.ts';
import { constantAt } from './constants.ts';
import type { Constant } from './constants.ts';
import { loaders } from './downloads.data.ts';
import type { Loader } from './downloads.data.ts';
import type { Download } from './program.ts';

/** What the script downloads through loaders that we know, each once; what only a run can tell is left out. */
export function downloadsOf(facts: readonly CallFact[]): readonly Download[] {
  const found = new Map<string, Download>();
  for (const fact of facts) {
    const loader = loaders.find(({ address }) => address.test(fact.canonical ?? ''));
    const download = loader === undefined ? null : downloadOf(fact, loader);
    if (download === null) continue;
    const { loader: name, arguments: given, folder } = download;
    const same = JSON.stringify([name, given, folder]);
    if (!found.has(same)) found.set(same, download);
  }
  return [...found.values()];
}

function downloadOf(fact: CallFact, loader: Loader): Download | null {
  const given = givenTo(fact, loader);
  if (given === null || !asksForIt(given, loader)) return null;
  const place = loader.folder === undefined ? undefined : given.get(loader.folder);
  const path = place?.value ?? null;
  // A folder that only a run can tell.
  if (place !== undefined && (place.unknown || (path !== null && typeof path !== 'string'))) return null;
  const deciding = loader.deciding.flatMap((name) => {
    const one = given.get(name);
    return one === undefined ? [] : [[name, one] as const];
  });
  if (deciding.some(([, { unknown }]) => unknown)) return null;
  return {
    loader: fact.canonical ?? '',
    arguments: Object.fromEntries(deciding.map(([name, { value }]) => [name, value])),
    variable: loader.variable,
    folder: typeof path === 'string' ? { argument: loader.folder ?? '', path } : null,
    path: fact.reading.path,
    ...lineOf(fact.place),
  };
}

interface Given {
  readonly value: Constant;
  /** Given, and not to be told by reading. */
  readonly unknown: boolean;
}

/** The arguments by name; `null` where a `*splat` hides them. */
function givenTo({ call, reading }: CallFact, { positional }: Loader): ReadonlyMap<string, Given> | null {
  const given = new Map<string, Given>();
  for (const [index, argument] of argumentsOf(call).entries()) {
    if (argument.type === 'list_splat' || argument.type === 'dictionary_splat') return null;
    const keyword = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
    const name = keyword === null ? positional[index] : reading.textOf(keyword);
    if (name !== undefined) given.set(name, valueOf(keyword === null ? argument : fieldOf(argument, 'value'), reading));
  }
  return given;
}

function valueOf(node: SyntaxNode | null, reading: Reading): Given {
  const constant = node === null ? null : constantAt(node, reading);
  return constant === null ? { value: null, unknown: true } : { value: constant.value, unknown: false };
}

function asksForIt(given: ReadonlyMap<string, Given>, loader: Loader): boolean {
  const { needed = [], onlyWith, unlessNone, local } = loader;
  const isOn = (name: string): boolean => {
    const one = given.get(name);
    return one !== undefined && !one.unknown && one.value !== null && one.value !== false;
  };
  if (needed.some((name) => !isOn(name))) return false;
  if (onlyWith !== undefined && !onlyWith.some(isOn)) return false;
  if (unlessNone !== undefined && given.has(unlessNone) && !isOn(unlessNone)) return false;
  const first = given.get(needed[0] ?? '')?.value;
  return local === undefined || typeof first !== 'string' || !local.test(first);
}
