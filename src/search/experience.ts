/**
 * What is known of a kind of space from other data sets, as data: the score to be expected anywhere, and the ways in which
 * data sets differ from it. Learnt as the mean and the principal components of surfaces fitted to many data sets, it is the
 * prior of a Gaussian process as in Wang et al. 2024, "Pre-trained Gaussian processes for Bayesian optimization"
 * (arXiv 2109.08215). Scores stand in the unit of `standardised`: 1 is the standard deviation among random points.
 */
export interface Experience {
  readonly coordinates: readonly Coordinate[];
  readonly mean: Surface;
  /** Each the change of a data set that lies one standard deviation from the mean. */
  readonly variations: readonly Surface[];
}

/** One axis of the surfaces; dimensions of one kind, as the widths of several layers, count by their average. */
export interface Coordinate {
  readonly ids: readonly string[];
  readonly scale: 'linear' | 'log';
  /** The ends of what was learnt; beyond them nothing is known, and the surface is even. */
  readonly low: number;
  readonly high: number;
  /** Where choices lie between 0 and 1. */
  readonly levels: Readonly<Record<string, number>>;
  /** Where a space lies that does not have it. */
  readonly usual: number;
}

/** Quadratic: for each coordinate its weight, then for each pair i ≤ j that of the product. */
export type Surface = readonly number[];
