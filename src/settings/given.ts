import type { Place } from '../errors.ts';
import type { Decision } from './decision.ts';
import type { Origin } from './settings.ts';

/** One setting as somebody wrote it, not yet understood. */
export interface Given extends Decision {
  readonly origin: Origin;
  /** How errors name it: `--trials`, `input trials`, `.github/retune.yml:4: trials`. */
  readonly where: string;
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
