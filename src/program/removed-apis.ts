import { keywordValue } from '../python/calls.ts';
import { settled } from '../python/names.ts';
import { ancestor } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Reading } from '../python/reading.ts';
import type { Anatomy } from './anatomy.ts';
import type { Refusal } from './program.ts';
import { removedMethods, removedNames } from './removed-apis.data.ts';

interface Gone {
  readonly node: SyntaxNode;
  readonly reading: Reading;
  readonly what: string;
  readonly since: string;
  readonly instead: string;
}

/** The first name in running code that no current version has; an import that may fail (`try`) is none. */
export function removedApi(anatomy: Anatomy): Refusal | null {
  const [first] = [...goneImports(anatomy), ...goneCalls(anatomy)];
  if (first === undefined) return null;
  const { node, reading, what, since, instead } = first;
  return {
    code: 'removed-api',
    reason: `${reading.path} uses ${what}, which ${since} no longer has; no environment of ours can run it`,
    help: instead,
    ...reading.positions.positionAt(node.start),
  };
}

function goneImports({ readings, runs }: Anatomy): readonly Gone[] {
  return readings.flatMap((reading) =>
    reading.names.imports.flatMap(({ module, name, statement }) => {
      const optional = ancestor(statement, 'try_statement') !== null;
      if (optional || !runs(statement, reading)) return [];
      return goneName(settled(name === null || name === '*' ? module : `${module}.${name}`), statement, reading);
    }),
  );
}

function goneCalls({ facts }: Anatomy): readonly Gone[] {
  return facts.flatMap(({ call, reading, canonical, name, makers }): readonly Gone[] => {
    if (canonical !== null) {
      const lr = canonical.startsWith('keras.optimizers.') ? keywordValue(call, 'lr', reading) : null;
      if (lr !== null) return [{ node: lr, reading, what: 'lr=', since: 'Keras 3', instead: 'write learning_rate=' }];
      return ancestor(call, 'try_statement') === null ? goneName(canonical, call, reading) : [];
    }
    const instead = Object.hasOwn(removedMethods, name) ? removedMethods[name] : undefined;
    const keras = makers.some((maker) => maker.startsWith('keras.'));
    return instead === undefined || !keras ? [] : [{ node: call, reading, what: name, since: 'Keras 3', instead }];
  });
}

function goneName(address: string, node: SyntaxNode, reading: Reading): readonly Gone[] {
  const row = removedNames.find(({ name }) => name.test(address));
  return row === undefined ? [] : [{ node, reading, what: address, since: row.since, instead: row.instead }];
}
