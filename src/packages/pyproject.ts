import { lineHolding } from './declared.ts';
import type { Declared, ManifestFile, ManifestFormat } from './declared.ts';
import { canonicalName, readRequirement } from './requirement.ts';
import { clausesOf } from './version.ts';

/** `pyproject.toml`: the project table (PEP 621), dependency groups (PEP 735), and Poetry's own tables. */
export const pyproject: ManifestFormat = {
  reads: (path) => /(^|\/)pyproject\.toml$/.test(path),
  declared: async (file) => {
    const root = await readToml(file.text);
    const project = tableIn(root, 'project');
    const poetry = tableIn(tableIn(root, 'tool'), 'poetry');
    const groups = [tableIn(project, 'optional-dependencies'), tableIn(root, 'dependency-groups')];
    const poetryGroups = Object.values(tableIn(poetry, 'group')).map((group) => tableIn(group, 'dependencies'));
    return [
      ...listed(project.dependencies, file),
      ...groups.flatMap((group) => Object.values(group)).flatMap((list) => listed(list, file)),
      ...[tableIn(poetry, 'dependencies'), ...poetryGroups].flatMap((table) => tabled(table, file)),
    ];
  },
};

/** `Pipfile`: names and specifiers in two tables. */
export const pipfile: ManifestFormat = {
  reads: (path) => /(^|\/)Pipfile$/.test(path),
  declared: async (file) => {
    const root = await readToml(file.text);
    return ['packages', 'dev-packages'].flatMap((table) => tabled(tableIn(root, table), file));
  },
};

type Table = Readonly<Record<string, unknown>>;

/** The parsed text; an empty table where it is no TOML: what cannot be read says nothing. */
export async function readToml(text: string): Promise<Table> {
  const { getStaticTOMLValue, parseTOML, ParseError } = await import('toml-eslint-parser');
  try {
    return getStaticTOMLValue(parseTOML(text.replace(/^\uFEFF/, '')));
  } catch (thrown) {
    if (thrown instanceof ParseError) return {};
    throw thrown;
  }
}

export function tableIn(table: unknown, key: string): Table {
  const value = isTable(table) ? table[key] : undefined;
  return isTable(value) ? value : {};
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `["numpy>=1.20", …]` */
export function listed(list: unknown, { path, text }: ManifestFile): readonly Declared[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown): readonly Declared[] => {
    const requirement = typeof item === 'string' ? readRequirement(item) : null;
    return requirement === null ? [] : [{ ...requirement, path, line: lineHolding(text, String(item)) }];
  });
}

/** `numpy = "^1.20"`, `torch = { version = "2.1", extras = [] }` */
function tabled(table: Table, { path, text }: ManifestFile): readonly Declared[] {
  return Object.entries(table).flatMap(([name, value]): readonly Declared[] => {
    const version = isTable(value) ? value.version : value;
    if (canonicalName(name) === 'python') return [];
    const requirement = readRequirement(`${name}${typeof version === 'string' ? poetrySpecifier(version) : ''}`);
    const line = lineOfKey(text, name);
    return requirement === null ? [] : [{ ...requirement, direct: isTable(value) && 'git' in value, path, line }];
  });
}

function lineOfKey(text: string, name: string): number {
  return (
    1 +
    Math.max(
      0,
      text.split('\n').findIndex((line) => line.replace(/["'\s]/g, '').startsWith(`${name}=`)),
    )
  );
}

/** Poetry's words in those of PEP 440: `^1.2.3` is `>=1.2.3,<2`, `~1.2` is `>=1.2,<1.3`, `1.2` is `==1.2`. */
function poetrySpecifier(text: string): string {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '*')
    .map((part) => {
      const [, sign = '', version = ''] = /^([\^~]?)(?!=)\s*v?([\d.]+)$/.exec(part) ?? [];
      if (version !== '') return sign === '' ? `==${version}` : `>=${version},<${nextAfter(version, sign)}`;
      return clausesOf(part).includes(null) && /^\d/.test(part) ? `==${part}` : part;
    })
    .join(',');
}

function nextAfter(version: string, sign: string): string {
  const parts = version.split('.').map(Number);
  const leading = parts.findIndex((part) => part > 0);
  const kept = sign === '~' ? Math.min(1, parts.length - 1) : Math.max(0, leading);
  return parts
    .slice(0, kept + 1)
    .map((part, index) => (index === kept ? part + 1 : part))
    .join('.');
}
