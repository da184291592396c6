import { argumentsOf, keywordValue } from '../python/calls.ts';
import { settled } from '../python/names.ts';
import type { Module } from '../python/links.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { removedApis } from './api-age.data.ts';
import type { RemovedApi, Sign } from './api-age.data.ts';
import { isFrame } from './frames.ts';
import { pandasShapes } from './pandas-shapes.ts';

/** Something in running code that current versions no longer take. */
export interface OldApi {
  readonly api: RemovedApi;
  /** As it is written or called: `sklearn.datasets.load_boston`, `lr=`. */
  readonly what: string;
  readonly node: SyntaxNode;
  readonly reading: Module;
}

/** What tells the age of a script, in source order; an import or a call that may fail (`try`) tells nothing. */
export function oldApis(anatomy: Anatomy): readonly OldApi[] {
  const imported = new Set(anatomy.readings.flatMap(({ names }) => names.imports.map(({ module }) => rootOf(module))));
  const found = [
    ...anatomy.readings.flatMap((reading) => [
      ...importsOf(reading, anatomy),
      ...attributesOf(reading, anatomy, imported),
      ...(imported.has('pandas') ? shapesOf(reading, anatomy) : []),
    ]),
    ...callsOf(anatomy, imported),
  ];
  return once(found.filter(({ node }) => ancestor(node, 'try_statement') === null));
}

/** Two rows may see the same place. */
function once(found: readonly OldApi[]): readonly OldApi[] {
  const seen = new Map<SyntaxNode, Set<string>>();
  return found.filter(({ node, api }) => {
    const wanted = Object.entries(api.runsWith).join();
    const known = seen.get(node) ?? new Set();
    if (known.has(wanted)) return false;
    seen.set(node, known.add(wanted));
    return true;
  });
}

function rootOf(module: string): string {
  return module.split('.')[0] ?? module;
}

function importsOf(reading: Module, { runs }: Anatomy): readonly OldApi[] {
  return reading.names.imports.flatMap(({ module, name, statement }) =>
    runs(statement, reading)
      ? named(settled(name === null || name === '*' ? module : `${module}.${name}`), statement, reading, module)
      : [],
  );
}

// Whose names are read without being called or imported: `dtype=np.float`, `pd.np.nan`.
const read = ['numpy', 'pandas', 'scipy', 'matplotlib', 'xgboost'];
const longest = 60;

function attributesOf(reading: Module, { runs }: Anatomy, imported: ReadonlySet<string>): readonly OldApi[] {
  if (!read.some((library) => imported.has(library))) return [];
  const ofAny = signs('attribute').filter(({ api }) => imported.has(libraryOf(api)));
  return descendants(reading.root).flatMap((node) => {
    if (node.type !== 'attribute') return [];
    const text = reading.textOf(node).slice(-longest);
    const tail = ofAny.find(({ sign }) => sign.ends.test(text));
    if (tail !== undefined) return runs(node, reading) ? [{ api: tail.api, what: text, node, reading }] : [];
    // A call says it itself.
    if (node.parent?.type === 'attribute' || (node.field === 'function' && node.parent?.type === 'call')) return [];
    if (node.end - node.start > longest) return [];
    const address = reading.names.canonical(node);
    return address !== null && read.includes(rootOf(address)) && runs(node, reading)
      ? named(address, node, reading)
      : [];
  });
}

function shapesOf(reading: Module, anatomy: Anatomy): readonly OldApi[] {
  const rows = signs('shape');
  return pandasShapes(reading, anatomy).flatMap(({ shape, what, node }) => {
    const row = rows.find(({ sign }) => sign.shape === shape);
    return row !== undefined && anatomy.runs(node, reading) ? [{ api: row.api, what, node, reading }] : [];
  });
}

type SignOf<Kind extends Sign['kind']> = Extract<Sign, { readonly kind: Kind }>;

/** The rows of one kind of sign. */
function signs<Kind extends Sign['kind']>(kind: Kind): readonly { api: RemovedApi; sign: SignOf<Kind> }[] {
  const is = (sign: Sign): sign is SignOf<Kind> => sign.kind === kind;
  return removedApis.flatMap((api) => (is(api.sign) ? [{ api, sign: api.sign }] : []));
}

function libraryOf({ runsWith }: RemovedApi): string {
  return Object.keys(runsWith)[0] ?? '';
}

/** `module`: the one that is imported, as it is written, where it is an import. */
function named(address: string, node: SyntaxNode, reading: Module, module?: string): readonly OldApi[] {
  const api = removedApis.find(
    ({ sign }) =>
      sign.kind === 'name' &&
      (sign.name.test(address) || (module !== undefined && sign.name.test(module))) &&
      (sign.keras === undefined || (module === undefined ? importsKeras(reading) : isKeras(module))),
  );
  return api === undefined ? [] : [{ api, what: address, node, reading }];
}

function importsKeras({ names }: Reading): boolean {
  return names.imports.some(({ module }) => isKeras(module));
}

function isKeras(module: string): boolean {
  return module.split('.')[0] === 'keras';
}

function callsOf(anatomy: Anatomy, imported: ReadonlySet<string>): readonly OldApi[] {
  // Thousands of calls have few names, and most names are in no row.
  const known = new Map<string, readonly RemovedApi[]>();
  return anatomy.facts.flatMap((fact) => {
    const called = fact.canonical ?? `.${fact.name}`;
    const rows = known.get(called) ?? removedApis.filter((api) => mayBeIn(fact, api));
    known.set(called, rows);
    return rows.flatMap((api) => {
      const what = saidBy(fact, api, anatomy, imported);
      return what === null ? [] : [{ api, what, node: fact.call, reading: fact.reading }];
    });
  });
}

/** Whether a row is about calls of this name at all. */
function mayBeIn({ canonical, name }: CallFact, { sign }: RemovedApi): boolean {
  if (sign.kind === 'method') return canonical === null && sign.method.test(name);
  if (canonical === null) return false;
  return sign.kind === 'name' ? sign.name.test(canonical) : 'of' in sign && sign.of.test(canonical);
}

/** What of a call is the sign; `null` where it is not there. */
function saidBy(fact: CallFact, api: RemovedApi, anatomy: Anatomy, imported: ReadonlySet<string>): string | null {
  const { call, reading, canonical, name } = fact;
  const { sign } = api;
  switch (sign.kind) {
    case 'name':
      return canonical !== null && sign.name.test(canonical) && (sign.keras === undefined || importsKeras(reading))
        ? canonical
        : null;
    case 'keyword': {
      if (canonical === null || !sign.of.test(canonical)) return null;
      const text = argumentNamed(sign.keyword, call, reading);
      if (text === null || sign.value?.test(text) === false) return null;
      if (sign.beside !== undefined && argumentNamed(sign.beside, call, reading) === null) return null;
      const shown = sign.value === undefined ? '' : text.slice(0, longest);
      return isPlace(sign.keyword)
        ? `${name}(${shown === '' ? `argument ${Number(sign.keyword) + 1}` : shown})`
        : `${sign.keyword}=${shown}`;
    }
    case 'method': {
      if (!sign.method.test(name) || canonical !== null) return null;
      if (!isOf(sign.of, fact, anatomy, imported.has(libraryOf(api)))) return null;
      if (sign.keyword === undefined) return name;
      const text = argumentNamed(sign.keyword, call, reading);
      if (text === null || sign.value?.test(text) === false) return null;
      return isPlace(sign.keyword) ? `${name}(…, ${text.slice(0, longest)})` : `${name}(${sign.keyword}=)`;
    }
    case 'taken': {
      if (canonical === null || !sign.of.test(canonical)) return null;
      const after = takenFrom(call, reading);
      return sign.by.test(after) ? `${name}(…)${after}` : null;
    }
    case 'attribute':
    case 'shape':
      return null;
  }
}

/** Whether what a method is called on is what the sign is about. */
function isOf(of: SignOf<'method'>['of'], fact: CallFact, { origins }: Anatomy, imported: boolean): boolean {
  const { call, reading, makers, isMethod } = fact;
  if (of instanceof RegExp) return makers.some((maker) => of.test(maker));
  if (of === 'anything') return isMethod && imported;
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return object !== null && isFrame(object, reading, origins);
}

function isPlace(keyword: string): boolean {
  return /^\d$/.test(keyword);
}

/** The text of an argument, by keyword, or by place where the name is a number. */
function argumentNamed(keyword: string, call: SyntaxNode, reading: Reading): string | null {
  const value = isPlace(keyword) ? placed(call, Number(keyword)) : keywordValue(call, keyword, reading);
  return value === null ? null : reading.textOf(value);
}

function placed(call: SyntaxNode, place: number): SyntaxNode | null {
  const before = argumentsOf(call).slice(0, place + 1);
  const found = before[place];
  return found === undefined || before.some(({ type }) => /^(keyword_argument|\w+_splat)$/.test(type)) ? null : found;
}

/** `[0][0]` of `mode(x)[0][0]`: what is taken from the value of a call. */
function takenFrom(call: SyntaxNode, reading: Reading): string {
  let last = call;
  while (
    last.parent !== null &&
    ['subscript', 'attribute'].includes(last.parent.type) &&
    last.parent.start === call.start
  )
    last = last.parent;
  return reading.textOf({ start: call.end, end: last.end });
}
