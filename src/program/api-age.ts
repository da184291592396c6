import { argumentsOf, keywordValue } from '../python/calls.ts';
import { settled } from '../python/names.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, descendants } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { removedApis } from './api-age.data.ts';
import type { RemovedApi, Sign } from './api-age.data.ts';

/** Something in running code that current versions no longer take. */
export interface OldApi {
  readonly api: RemovedApi;
  /** As it is written or called: `sklearn.datasets.load_boston`, `lr=`. */
  readonly what: string;
  readonly node: SyntaxNode;
  readonly reading: Reading;
}

/** What tells the age of a script, in source order; an import or a call that may fail (`try`) tells nothing. */
export function oldApis(anatomy: Anatomy): readonly OldApi[] {
  const found = [
    ...anatomy.readings.flatMap((reading) => [...importsOf(reading, anatomy), ...attributesOf(reading, anatomy)]),
    ...anatomy.facts.flatMap(inCall),
  ];
  return found.filter(({ node }) => ancestor(node, 'try_statement') === null);
}

function importsOf(reading: Reading, { runs }: Anatomy): readonly OldApi[] {
  return reading.names.imports.flatMap(({ module, name, statement }) =>
    runs(statement, reading)
      ? named(settled(name === null || name === '*' ? module : `${module}.${name}`), statement, reading, module)
      : [],
  );
}

/** Only NumPy's names are read without being called or imported: `dtype=np.float`. */
function attributesOf(reading: Reading, { runs }: Anatomy): readonly OldApi[] {
  const numpy = reading.names.imports.some(({ module }) => module.split('.')[0] === 'numpy');
  if (!numpy) return [];
  return descendants(reading.root).flatMap((node) => {
    if (node.type !== 'attribute' || node.parent?.type === 'attribute' || node.end - node.start > 40) return [];
    // A call says it itself.
    if (node.field === 'function' && node.parent?.type === 'call') return [];
    const address = reading.names.canonical(node);
    return address?.startsWith('numpy.') === true && runs(node, reading) ? named(address, node, reading) : [];
  });
}

/** `module`: the one that is imported, as it is written, where it is an import. */
function named(address: string, node: SyntaxNode, reading: Reading, module?: string): readonly OldApi[] {
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

function inCall(fact: CallFact): readonly OldApi[] {
  return removedApis.flatMap((api) => {
    const what = saidBy(fact, api.sign);
    return what === null ? [] : [{ api, what, node: fact.call, reading: fact.reading }];
  });
}

/** What of a call is the sign; `null` where it is not there. */
function saidBy({ call, reading, canonical, name, makers }: CallFact, sign: Sign): string | null {
  switch (sign.kind) {
    case 'name':
      return canonical !== null && sign.name.test(canonical) && (sign.keras === undefined || importsKeras(reading))
        ? canonical
        : null;
    case 'keyword': {
      if (canonical === null || !sign.of.test(canonical)) return null;
      const value = argumentNamed(sign.keyword, call, reading);
      const text = value === null ? null : reading.textOf(value);
      if (text === null || sign.value?.test(text) === false) return null;
      return `${sign.keyword === '0' ? '' : `${sign.keyword}=`}${sign.value === undefined ? '' : text}`;
    }
    case 'method': {
      const fits = sign.method.test(name) && makers.some((maker) => sign.of.test(maker));
      if (!fits) return null;
      if (sign.keyword === undefined) return name;
      return keywordValue(call, sign.keyword, reading) === null ? null : `${name}(${sign.keyword}=)`;
    }
  }
}

/** By keyword, or by place where the name is a number. */
function argumentNamed(keyword: string, call: SyntaxNode, reading: Reading): SyntaxNode | null {
  return /^\d$/.test(keyword) ? (argumentsOf(call)[Number(keyword)] ?? null) : keywordValue(call, keyword, reading);
}
