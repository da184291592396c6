import type { Acquisition } from './acquisition.ts';
import type { Row } from './columns.ts';

/** So much of the logarithm of a place's worth is given for fewer changes. */
const price = 0.1;

/**
 * The place with the author's own values wherever that costs next to nothing, the least important column first: a small
 * diff is easier to believe, and leaves less to undo. As few trials are needed as without (`benchmarks/search/README.md`).
 * Liu et al. 2023, "Sparse Bayesian optimization" (arXiv 2203.01900), price the number of changes, too.
 */
export function simplest(row: Row, start: Row, acquisition: Acquisition): Row {
  const least = acquisition(row) - price;
  return row.reduceRight((now, u, column) => {
    if (u === start[column]) return now;
    const simpler = now.slice();
    simpler[column] = start[column] ?? u;
    return acquisition(simpler) >= least ? simpler : now;
  }, row);
}
