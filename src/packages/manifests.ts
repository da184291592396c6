import { conda } from './conda.ts';
import type { Declared, ManifestFile, ManifestFormat } from './declared.ts';
import { pipfile, pyproject } from './pyproject.ts';
import { requirementsTxt } from './requirements-txt.ts';

/** The formats, the one that is nearest to what an installer is told first. A new format is a row. */
const formats: readonly ManifestFormat[] = [requirementsTxt, pyproject, pipfile, conda];

export function isManifest(path: string): boolean {
  return formats.some(({ reads }) => reads(path));
}

/**
 * Everything that the manifests around a script ask for, the nearest first: its own folder before those
 * above, of one folder in the order of the formats, `requirements.txt` before `requirements-dev.txt`.
 */
export async function declaredIn(files: readonly ManifestFile[]): Promise<readonly Declared[]> {
  const ordered = files.toSorted(
    (one, other) => order(one.path) - order(other.path) || (one.path < other.path ? -1 : 1),
  );
  const all = await Promise.all(ordered.map(async (file) => await formatOf(file)?.declared(file)));
  return all.flatMap((found) => found ?? []);
}

function formatOf({ path }: ManifestFile): ManifestFormat | undefined {
  return formats.find(({ reads }) => reads(path));
}

function order(path: string): number {
  const depth = path.split('/').length;
  const format = formats.findIndex(({ reads }) => reads(path));
  const plain = /(^|\/)(requirements\.txt|pyproject\.toml|Pipfile|environment\.ya?ml)$/.test(path);
  return -1000 * depth + 10 * format + Number(!plain);
}
