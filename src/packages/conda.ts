import { lineHolding } from './declared.ts';
import type { Declared, ManifestFormat } from './declared.ts';
import { canonicalName, readRequirement } from './requirement.ts';
import type { Requirement } from './requirement.ts';

/** `environment.yml`: conda's own list, and the part of it that pip installs. */
export const conda: ManifestFormat = {
  reads: (path) => /(^|\/)(environment|conda)[^/]*\.ya?ml$/i.test(path),
  declared: async ({ path, text }) => {
    const { parseDocument } = await import('yaml');
    const document = parseDocument(text.replace(/^\uFEFF/, ''), { logLevel: 'silent' });
    const root: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
    return entriesOf(root, 'dependencies').flatMap((entry): readonly Declared[] => {
      if (typeof entry !== 'string')
        return entriesOf(entry, 'pip').flatMap((line) => place(line, readRequirement(String(line)), path, text));
      return place(entry, readConda(entry), path, text);
    });
  },
};

function entriesOf(table: unknown, key: string): readonly unknown[] {
  const list: unknown = typeof table === 'object' && table !== null ? Reflect.get(table, key) : null;
  return Array.isArray(list) ? list : [];
}

function place(entry: unknown, requirement: Requirement | null, path: string, text: string): readonly Declared[] {
  return requirement === null ? [] : [{ ...requirement, path, line: lineHolding(text, String(entry)) }];
}

/** Conda's names for what the package index calls otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-gpu': 'tensorflow',
  'tensorflow-base': 'tensorflow',
  'matplotlib-base': 'matplotlib',
  'py-xgboost': 'xgboost',
  opencv: 'opencv-python-headless',
};

/** `conda-forge::numpy=1.21.2=py39h…`: one `=` is a prefix, and the build behind a second one says nothing here. */
function readConda(entry: string): Requirement | null {
  const [, name = '', rest = ''] = /^(?:[\w.-]+::)?([A-Za-z0-9._-]+)\s*(.*)$/.exec(entry.trim()) ?? [];
  if (['', 'python', 'pip'].includes(name.toLowerCase())) return null;
  const single = /^=\s*([\w.]+?)(?:\.\*|\*)?(?:=.*)?$/.exec(rest)?.[1];
  const specifier = single === undefined ? rest.replace(/^(==[^=]+)=.*$/, '$1') : `==${single}.*`;
  const canonical = canonicalName(name);
  return readRequirement(`${otherNames[canonical] ?? canonical}${specifier}`);
}
