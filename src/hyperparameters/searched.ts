import type { Module } from '../python/links.ts';

/** A file in which hyper-parameters are looked for. */
export interface Searched {
  readonly reading: Module;
  /** The arguments on the script's command line. */
  readonly given: readonly string[];
}
