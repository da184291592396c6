import type { Declared, ManifestFile } from './declared.ts';
import { listed, readToml } from './pyproject.ts';

const block = /^# \/\/\/ script\s*\r?\n((?:#(?: .*)?\r?\n)+?)# \/\/\/\s*$/m;

/** What a script says of itself in a comment block (PEP 723). */
export async function inlineMetadata(script: ManifestFile): Promise<readonly Declared[]> {
  const comments = block.exec(script.text)?.[1];
  if (comments === undefined) return [];
  const toml = comments.replace(/^# ?/gm, '');
  return listed((await readToml(toml)).dependencies, script);
}
