import type { Declared } from '../packages/declared.ts';
import { canonicalName } from '../packages/requirement.ts';
import { isLocal } from '../python/modules.ts';
import type { Reading } from '../python/reading.ts';
import type { SourceFile } from '../python/source.ts';
import { ancestor } from '../python/syntax-tree.ts';
import { distributions } from '../packages/distributions.data.ts';
import type { Refusal, RequiredPackage } from './program.ts';
import { standardLibrary } from './standard-library.data.ts';

export interface PackageFinding {
  readonly packages: readonly RequiredPackage[];
  /** The first module that nobody knows; never installed by its name. */
  readonly refused: Refusal | null;
}

/**
 * What must be installed to run the files, by a table of our own; a module that it does not know only where the
 * author names a package of just that name.
 */
export function packagesOf(
  readings: readonly [Reading, ...Reading[]],
  siblings: readonly SourceFile[],
  declared: readonly Declared[],
): PackageFinding {
  const [script] = readings;
  const needed = new Map<string, RequiredPackage>();
  let refused: Refusal | null = null;
  for (const reading of readings)
    for (const { module, statement } of reading.names.imports) {
      const [root = ''] = module.split('.');
      if (standardLibrary.has(root) || isLocal(module, reading.path, script, siblings)) continue;
      const brought = Object.hasOwn(distributions, root) ? distributions[root] : namedByAuthor(root, declared);
      const optional = ancestor(statement, 'try_statement') !== null;
      if (brought === undefined && !optional) refused ??= unknownPackage(root, reading, statement.start);
      for (const distribution of brought ?? [])
        needed.set(distribution, { module: brought?.length === 1 ? root : distribution, distribution });
    }
  return { packages: [...needed.values()], refused };
}

function namedByAuthor(module: string, declared: readonly Declared[]): readonly string[] | undefined {
  const found = declared.find(({ name, direct }) => name === canonicalName(module) && !direct);
  return found === undefined ? undefined : [found.name];
}

function unknownPackage(module: string, reading: Reading, offset: number): Refusal {
  return {
    code: 'unknown-package',
    reason: `${reading.path} imports ‘${module}’, and no package is known to bring it`,
    help: `if it is a module of your own, put ${module}.py beside the script; if it is not needed, remove the import`,
    ...reading.positions.positionAt(offset),
  };
}
