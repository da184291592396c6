import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../../python/source.ts';
import type { Order } from '../../study/order.ts';

/** Files below a folder, each with what it holds: path → digest of mode and content. */
export type Tree = ReadonlyMap<string, string>;

/** Reads a folder whole, without what Python makes there by itself. */
export async function treeOf(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !path.split('/').includes('__pycache__'));
  const tree = new Map<string, string>();
  for (const path of paths.sort()) {
    const place = join(folder, path);
    tree.set(path, digestOf(await readFile(place), ((await stat(place)).mode & 0o111) !== 0));
  }
  return tree;
}

/**
 * The same for two attempts whose files, arguments, seed and surroundings are the same, whatever study they belong to.
 * `ground` tells the surroundings: environment, runtime, declared data.
 */
export function trainingKey(tree: Tree, edited: readonly SourceFile[], order: Order, ground: string): string {
  const { script, directory, seed } = order;
  const whole = new Map(tree);
  for (const { path, text } of edited) whole.set(path, digestOf(text, false));
  const files = [...whole].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([1, script, directory, order.arguments, seed, ground, files]))
    .digest('hex')
    .slice(0, 32);
}

function digestOf(content: string | Uint8Array, executable: boolean): string {
  return createHash('sha256')
    .update(executable ? 'x' : '-')
    .update(content)
    .digest('hex');
}
