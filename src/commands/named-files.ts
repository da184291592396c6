import { posix, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';

/** Of the repository's files those that were named, by path or pattern; `here` is where a path starts from. */
export function namedFiles(
  scripts: readonly string[],
  files: readonly string[],
  { here, root }: { readonly here: string; readonly root: string },
): readonly string[] {
  const named = scripts.map((script) => posix.normalize(relative(root, resolve(here, script)).split(sep).join('/')));
  const lost = named.filter((name) => !files.some((path) => means(name, path)));
  if (lost.length === 0) return files.filter((path) => named.some((name) => means(name, path)));
  throw new UserError('mistake', 'no-such-script', `There is no file ${lost.join(', ')} in this repository.`);
}

/** As in the filters of a workflow: `*` stays inside a folder, `**` does not. */
function means(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return pattern === path;
  const parts = pattern
    .split(/(\*\*\/|\*\*|\*)/)
    .map((part) => wildcards[part] ?? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`).test(path);
}

const wildcards: Readonly<Record<string, string>> = { '*': '[^/]*', '**': '.*', '**/': '(?:.*/)?' };
