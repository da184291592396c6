import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-portfolio.mjs from the even-indexed data sets of YAHPO Gym. */
export const portfolios: readonly Portfolio[] = [
  {
    makers: [],
    family: 'boosted trees',
    all: ['learning-rate', 'rounds'],
    some: ['rounds'],
    none: [],
    relativeRate: false,
    multiples: [],
    configurations: [
      {
        'learning-rate': 0.1,
        rounds: 94,
        depth: 14,
        'child-weight': 2.88,
        'row-share': 0.759,
        'column-share': 0.856,
      },
    ],
  },
  {
    makers: [],
    family: 'neural network',
    all: ['learning-rate'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    none: ['rounds'],
    relativeRate: true,
    multiples: [],
    configurations: [
      {
        'learning-rate': 2.38,
        units: 454,
        'batch-size': 53,
        momentum: 0.889,
        dropout: 0.669,
        'weight-decay': 0.0000179,
        layers: 3,
      },
      {
        'learning-rate': 1.29,
        units: 390,
        'batch-size': 32,
        momentum: 0.148,
        dropout: 0.329,
        'weight-decay': 0.0457,
        layers: 5,
      },
    ],
  },
];
