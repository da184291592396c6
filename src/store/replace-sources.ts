import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../machine/write-durably.ts';

/** What a file was when it was read, and what it shall be. */
export interface Replacement {
  /** Relative to the root. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Writes over the user's own files; answers with those that are no longer as they were read, and then writes none. */
export async function replaceSources(root: string, replacements: readonly Replacement[]): Promise<string[]> {
  const changed = replacements.filter(
    ({ path, before }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== before,
  );
  if (changed.length > 0) return changed.map(({ path }) => path);
  for (const { path, after } of replacements) await writeDurably(join(root, path), after);
  return [];
}
