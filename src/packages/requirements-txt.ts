import type { Declared, ManifestFormat } from './declared.ts';
import { readRequirement } from './requirement.ts';

/**
 * pip's requirements files (https://pip.pypa.io/en/stable/reference/requirements-file-format). Files named by
 * `-r` are manifests of their own, so all that is read are the lines; hashes and other options say nothing
 * about versions.
 */
export const requirementsTxt: ManifestFormat = {
  reads: (path) => /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/i.test(path),
  declared: ({ path, text }) => requirementLines(text).map((found) => ({ ...found, path })),
};

/** The requirements among lines, with the line on which each begins. */
export function requirementLines(text: string): readonly Omit<Declared, 'path'>[] {
  const found: Omit<Declared, 'path'>[] = [];
  let begun = '';
  let start = 1;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (begun === '') start = index + 1;
    begun += raw.replace(/\\$/, ' ');
    if (raw.endsWith('\\')) continue;
    // Options of a requirement, such as its hashes, stand behind it.
    const requirement = readRequirement(begun.replace(/\s--?[a-z].*$/i, ''));
    if (requirement !== null) found.push({ ...requirement, line: start });
    begun = '';
  }
  return found;
}
