import { canonicalName } from '../packages/requirement.ts';

/** A requirements file: where it lies, and what it says. */
export interface LockFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** The Pythons (`3.11`) for which every package of a lock has a wheel: its first line. */
export function pythonsOf({ text, path }: LockFile): readonly string[] {
  const pythons = /^# pythons:((?: \d+\.\d+)+)$/m.exec(text)?.[1];
  if (pythons === undefined) throw new Error(`${path} does not say for which Pythons it is`);
  return pythons.trim().split(' ');
}

/** The index that a lock names, if it names one. */
export function indexOf({ text }: LockFile): string | null {
  return /^--index-url (\S+)$/m.exec(text)?.[1] ?? null;
}

/** Every requirement as one line, `name==version ; marker`, without hashes, options and comments. */
export function pinsOf({ text }: LockFile): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /^[A-Za-z0-9]/.test(line))
    .map((line) => line.replace(/ *\\?$/, ''));
}

/**
 * The packages that are there after an install on any platform and Python: those without a marker, and
 * those that were asked for by name (a package with two builds is asked for once for each).
 */
export function contentsOf(requirements: LockFile, locks: readonly LockFile[]): ReadonlySet<string> {
  const everywhere = locks.flatMap(pinsOf).filter((pin) => !pin.includes(';'));
  return new Set([...everywhere, ...pinsOf(requirements)].map((line) => canonicalName(nameIn(line))));
}

function nameIn(requirement: string): string {
  return /^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? '';
}
