import type { Requirement } from './requirement.ts';

/** A file that says which packages a project needs. `path` relative to the snapshot's root. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** A requirement and where the author wrote it; lines from 1. */
export interface Declared extends Requirement {
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
}

/** One kind of manifest: which files it reads, and what it finds in one. */
export interface ManifestFormat {
  readonly reads: (path: string) => boolean;
  readonly declared: (file: ManifestFile) => readonly Declared[] | Promise<readonly Declared[]>;
}

/** The first line that holds a text, for formats whose parsers keep no places. */
export function lineHolding(text: string, wanted: string): number {
  const at = wanted === '' ? -1 : text.indexOf(wanted);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
