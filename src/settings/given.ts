import type { Place } from '../errors.ts';
import type { Origin } from './settings.ts';

/** One setting as somebody wrote it, not yet understood. */
export interface Given {
  /** The setting's name in the table. */
  readonly name: string;
  /** One text for a value, any number for a list; a switch that is on has `true`. */
  readonly texts: readonly string[];
  readonly origin: Origin;
  /** How errors name it: `--trials`, `input trials`, `.github/retune.yml:4: trials`. */
  readonly where: string;
  /** The folder that relative paths start from. */
  readonly base: string;
  readonly place?: Place;
}

/** Something wrong with what was given, in one sentence that names its origin. */
export interface Problem {
  readonly sentence: string;
  readonly help?: string;
  readonly place?: Place;
}

/** What one origin gave. */
export interface Reading {
  readonly given: readonly Given[];
  readonly problems: readonly Problem[];
}
