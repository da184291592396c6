import type { Reading } from '../python/reading.ts';

/** A file in which hyper-parameters are looked for. */
export interface Searched {
  readonly reading: Reading;
  /** It is the script itself, not a module that others import: nobody else calls its functions. */
  readonly entry: boolean;
  /** The arguments on the script's command line. */
  readonly given: readonly string[];
}
