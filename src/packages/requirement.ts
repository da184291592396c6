import { clausesOf } from './version.ts';

/** A wish as people write it: `scikit-learn[plot]>=1.2,<2 ; python_version < '3.12'` (PEP 508). */
export interface Requirement {
  /** Canonical, as PEP 503 has it. */
  readonly name: string;
  /** `>=1.2,<2`; empty where any will do. */
  readonly specifier: string;
  /** The condition behind `;`. */
  readonly marker: string | null;
  /** A package at an address, of which only the place counts. */
  readonly direct: boolean;
}

const shape =
  /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*(?:@\s*(\S+)|\(?\s*([^;#)]*?)\s*\)?)\s*(?:;\s*([^#]*?))?\s*(?:\s#.*)?$/;

/** `null` for what is no requirement: a path, an option, a comment. */
export function readRequirement(text: string): Requirement | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const [, name = '', , address, specifier = '', marker] = found;
  const plain = specifier.replace(/\s+/g, '');
  if (clausesOf(plain).some((clause) => clause === null)) return null;
  return {
    name: canonicalName(name),
    specifier: plain.replace(/,$/, ''),
    marker: marker === undefined || marker === '' ? null : marker,
    direct: address !== undefined,
  };
}

/** Names that differ only in case, dots, dashes and underscores are one package (PEP 503). */
export function canonicalName(distribution: string): string {
  return distribution.toLowerCase().replace(/[-_.]+/g, '-');
}
