import { declaredIn } from '../packages/manifests.ts';
import type { Declared, ManifestFile } from '../packages/declared.ts';
import { inlineMetadata } from '../packages/inline-metadata.ts';
import { installedBy } from '../packages/install-command.ts';
import { pythonsWith } from '../packages/wheels.ts';
import { decodeCells } from '../python/notebook-format.ts';
import { isNotebook } from '../python/python-text.ts';
import type { SourceFile } from '../python/source.ts';
import type { OldApi } from './api-age/old-apis.ts';
import type { Refusal, RequiredPackage, WantedVersion } from './program.ts';

/** What the author says of versions, what stands nearest to the code first. */
export async function declaredBy(script: SourceFile, manifests: readonly ManifestFile[]): Promise<readonly Declared[]> {
  const own = isNotebook(script.path) ? installedInCells(script) : await inlineMetadata(script);
  return [...own, ...(await declaredIn(manifests))];
}

function installedInCells({ path, text }: SourceFile): readonly Declared[] {
  const cells = decodeCells(text);
  if (typeof cells === 'string') return [];
  return cells.flatMap(({ index, source }) =>
    source.text
      .split('\n')
      .flatMap((line, at) => installedBy(line).map((found) => ({ ...found, path, line: at + 1, cell: index }))),
  );
}

/** The packages with the versions that they have to have. */
export function withVersions(
  packages: readonly RequiredPackage[],
  declared: readonly Declared[],
  old: readonly OldApi[],
): readonly RequiredPackage[] {
  return packages.map((one) => {
    const authors = authorsWish(one.distribution, declared);
    const counted = authors.length === 0 ? old : old.filter(({ api }) => api.quiet === undefined);
    const wanted = [...authors, ...counted.flatMap((api) => agesWish(one.distribution, api))];
    return wanted.length === 0 ? one : { ...one, wanted };
  });
}

/** Builds of the same package under other names. */
const sameAs: Readonly<Record<string, readonly string[]>> = {
  tensorflow: ['tensorflow-cpu', 'tensorflow-gpu', 'tensorflow-macos', 'intel-tensorflow'],
  'opencv-python-headless': ['opencv-python', 'opencv-contrib-python'],
  xgboost: ['xgboost-cpu'],
  torch: ['pytorch'],
};

/** What the first of the author's files that says which version says, under each of its conditions. */
function authorsWish(distribution: string, declared: readonly Declared[]): readonly WantedVersion[] {
  const names = [distribution, ...(sameAs[distribution] ?? [])];
  const all = declared.filter(({ name, specifier, direct }) => names.includes(name) && specifier !== '' && !direct);
  return all
    .filter(({ path }) => path === all[0]?.path)
    .map(({ specifier, marker, path, line, cell }) => {
      const place = { path, line, ...(cell === undefined ? {} : { cell }) };
      return { kind: 'manifest', specifier, marker, what: path, ...place };
    });
}

function agesWish(distribution: string, { api, what, node, reading }: OldApi): readonly WantedVersion[] {
  const specifier = api.runsWith[distribution];
  if (specifier === undefined) return [];
  const { line, cell } = reading.positions.positionAt(node.start);
  const place = { path: reading.path, line, ...(cell === undefined ? {} : { cell }) };
  return [
    {
      kind: 'api',
      specifier,
      marker: null,
      what: `${what}, ${api.quiet === undefined ? 'gone' : 'another thing'} in ${api.since}`,
      ...place,
    },
  ];
}

/** Why no environment of ours can run code of this age: no version that has its names is built for a Python of today. */
export function tooOld(old: readonly OldApi[]): Refusal | null {
  const hopeless =
    old.find(({ api }) => pythonsFor([api.runsWith]).length === 0) ??
    (pythonsFor(old.map(({ api }) => api.runsWith)).length === 0 ? old[0] : undefined);
  if (hopeless === undefined) return null;
  const { api, what, node, reading } = hopeless;
  return {
    code: 'removed-api',
    reason: `${reading.path} uses ${what}, which ${api.since} no longer has; no environment of ours can run it`,
    help: api.instead,
    ...reading.positions.positionAt(node.start),
  };
}

/** The Pythons for which all of it is built together. */
function pythonsFor(wishes: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const specifiers = new Map<string, string>();
  for (const [distribution, specifier] of wishes.flatMap((wish) => Object.entries(wish)))
    specifiers.set(distribution, [specifiers.get(distribution) ?? [], specifier].flat().join(','));
  const each = [...specifiers].map(([distribution, specifier]) => pythonsWith(distribution, specifier));
  const [first = pythonsWith('', ''), ...others] = each;
  return first.filter((python) => others.every((pythons) => pythons.includes(python)));
}
