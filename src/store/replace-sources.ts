import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../machine/write-durably.ts';
import type { SourceFile } from '../python/source.ts';

/** Writes edited files over the user's own; answers with those that are no longer as they were read, and then writes none. */
export async function replaceSources(
  root: string,
  before: readonly SourceFile[],
  edited: readonly SourceFile[],
): Promise<string[]> {
  const textOf = new Map(before.map(({ path, text }) => [path, text]));
  const changes = edited.filter(({ path, text }) => textOf.get(path) !== text);
  const changed = changes.filter(
    ({ path }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== textOf.get(path),
  );
  if (changed.length > 0) return changed.map(({ path }) => path);
  for (const { path, text } of changes) await writeDurably(join(root, path), text);
  return [];
}
