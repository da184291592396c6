import { settled } from '../../python/names.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Anatomy } from '../anatomy.ts';
import { removedApis } from './removed-apis.ts';
import type { RemovedApi, Sign } from './entry.ts';
import { importsKeras, isKeras, libraryOf, mayBeIn, saidBy } from './calls.ts';
import { pandasShapes } from '../pandas-shapes.ts';

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
  const keras2 = anatomy.readings.some(asksForKeras2);
  const found = [
    ...anatomy.readings.flatMap((reading) => [
      ...importsOf(reading, anatomy),
      ...attributesOf(reading, anatomy, imported),
      ...(imported.has('pandas') ? shapesOf(reading, anatomy) : []),
    ]),
    ...callsOf(anatomy, imported),
  ];
  const tells = ({ node, api }: OldApi): boolean =>
    ancestor(node, 'try_statement') === null && !(keras2 && api.runsWith.keras === '<3');
  return once(found.filter(tells));
}

/** Whether what Keras 3 no longer has is there all the same: `import tf_keras`, or TensorFlow's own switch. */
function asksForKeras2({ names, root, textOf }: Module): boolean {
  if (names.imports.some(({ module }) => rootOf(module) === 'tf_keras')) return true;
  return descendants(root).some((node) => {
    if (node.type !== 'string_content' || textOf(node) !== 'TF_USE_LEGACY_KERAS') return false;
    const statement = ancestor(node, 'expression_statement');
    return statement !== null && /['"](1|[Tt]rue)['"]/.test(textOf(statement));
  });
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
