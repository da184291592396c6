import type { Reading } from '../../python/reading.ts';
import { descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Change } from '../writing.ts';

/**
 * What must be added so that `name` can be used where its neighbour `like` is: nothing where it is imported
 * already, a word in the import of the neighbour; `null` where that cannot be.
 */
export function importing(name: string, like: SyntaxNode, reading: Reading): readonly Change[] | null {
  const { names, bindings, textOf } = reading;
  const known = descendants(reading.root).find((node) => node.type === 'identifier' && textOf(node) === name);
  if (known !== undefined) {
    const canonical = names.canonical(known);
    return canonical?.endsWith(`.${name}`) === true && bindings.candidates(known).length === 1 ? [] : null;
  }
  const source = bindings.reaching(like);
  if (source === null) return names.imports.some((each) => each.name === '*') ? [] : null;
  const { statement } = source;
  if (source.kind !== 'import' || statement.type !== 'import_from_statement') return null;
  const last = statement.children.filter(({ field }) => field === 'name').at(-1);
  return last === undefined ? null : [{ span: { start: last.end, end: last.end }, pieces: [`, ${name}`], once: true }];
}
