import type { RequiredPackage } from '../program/program.ts';

/** What a script needs, before anything is made: pure, shown in the plan. */
export interface EnvironmentPlan {
  /** The image family, `images/<family>/`: keras, pytorch, boosting, scikit-learn. */
  readonly family: string;
  /** Why this one, by the script's own lines. */
  readonly reason: string;
  /** Of everything that decides what will be installed. Names the folder. */
  readonly hash: string;
  /** Requirement files and lines in the order in which they are installed. */
  readonly requirements: string;
  /** Packages beyond the family's own. */
  readonly extra: readonly RequiredPackage[];
}

/** What attempts run in. */
export interface Environment {
  /** Absolute path of the interpreter. */
  readonly python: string;
  readonly folder: string;
  readonly hash: string;
  /** Whether it had to be made now. */
  readonly made: boolean;
  /** Seconds spent making it. */
  readonly seconds: number;
}
