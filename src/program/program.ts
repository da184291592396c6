/** The frameworks we know by name; `a+b` in `Program.framework` where both are really used. */
export const frameworks = [
  'keras',
  'tensorflow',
  'pytorch',
  'lightning',
  'scikit-learn',
  'xgboost',
  'lightgbm',
  'catboost',
  'hf-transformers',
  'flax',
  'jax',
  'statsmodels',
  'numpy',
  'none',
] as const;
export type Framework = (typeof frameworks)[number];

export const families = [
  'cnn',
  'mlp',
  'rnn',
  'transformer',
  'cnn+rnn',
  'autoencoder',
  'gan',
  'gnn',
  'rl',
  'recsys',
  'linear-regression',
  'logistic-regression',
  'linear-classifier',
  'glm',
  'mixed-lm',
  'svm',
  'knn',
  'decision-tree',
  'random-forest',
  'boosting',
  'ensemble',
  'naive-bayes',
  'lda',
  'gaussian-process',
  'clustering',
  'anomaly-detection',
  'topic-model',
  'density',
  'timeseries',
  'dim-reduction',
  'multi',
  'none',
] as const;
export type Family = (typeof families)[number];

/** A line of the user's source that made us say so. Text is data: never a command, never markup. */
export interface Evidence {
  readonly path: string;
  readonly line: number;
  /** In a notebook; from 0 over all cells. */
  readonly cell?: number;
  readonly text: string;
}

import type { Direction } from '../metrics.ts';
import type { Constant } from './constants.ts';

/** How the script is expected to tell its metric; what it really told is an observation. */
export interface MetricSource {
  readonly name: string;
  readonly direction: Direction;
  readonly source: 'hook' | 'printed' | 'file' | 'notebook';
  /** The file, where it is not the script itself. */
  readonly path?: string;
  readonly line: number;
  readonly cell?: number;
}

/** A version that a package has to have, and who says so at which line. */
export interface WantedVersion {
  /** The author by a manifest, or the code by names that later versions no longer have. */
  readonly kind: 'manifest' | 'api';
  /** As in PEP 440: `<1.2`. */
  readonly specifier: string;
  /** The condition under which the author says so (PEP 508). */
  readonly marker: string | null;
  /** The manifest, or the name that is gone. */
  readonly what: string;
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
}

/** A package to install: the name that is imported and the distribution that brings it. */
export interface RequiredPackage {
  readonly module: string;
  readonly distribution: string;
  readonly wanted?: readonly WantedVersion[];
}

/** A data file that the script names and that should be in the snapshot or given by `--data`. */
export interface DataFile {
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
  readonly state: 'present' | 'missing' | 'pointer';
}

/** Data or weights that a known loader downloads: enough to do the same without the script. */
export interface Download {
  /** What the script calls: `keras.datasets.mnist.load_data`. */
  readonly loader: string;
  /** The arguments that decide what comes, as the script gives them. */
  readonly arguments: Readonly<Record<string, Constant>>;
  /** The library's variable for its cache. */
  readonly variable: string;
  /** Where the script wants it instead: the argument, and the path as written. */
  readonly folder: { readonly argument: string; readonly path: string } | null;
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
}

/** A line that may stop a run that nobody watches. */
export interface Blocker extends Evidence {
  readonly kind: 'input' | 'argument' | 'window' | 'path' | 'network';
}

/** Why we will not go on: one sentence, evidence by line, and what the person can do. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly help: string;
  readonly line?: number;
  readonly column?: number;
  readonly cell?: number;
}

/** A pushed script and what we found out about it by reading alone. */
export interface Program {
  readonly script: string;
  readonly trains: boolean;
  /** One framework, or several joined by `+`, the one that trains the model first. */
  readonly framework: string;
  readonly family: Family;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly packages: readonly RequiredPackage[];
  readonly metric: MetricSource | null;
  readonly data: readonly DataFile[];
  /** What known loaders download. */
  readonly downloads: readonly Download[];
  readonly blockers: readonly Blocker[];
  readonly refused: Refusal | null;
}
