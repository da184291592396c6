import type { CallFact } from './anatomy.ts';
import type { Family } from './program.ts';

export interface FamilyFinding {
  readonly family: Family;
  /** The calls that say so, the most telling first. */
  readonly because: readonly CallFact[];
}
