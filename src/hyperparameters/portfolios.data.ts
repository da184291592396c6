import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-portfolio.mjs from the even-indexed data sets of YAHPO Gym. */
export const portfolios: readonly Portfolio[] = [
  {
    family: 'boosted trees',
    makers: [],
    all: ['learning-rate', 'rounds'],
    some: ['rounds'],
    none: [],
    relativeRate: false,
    multiples: [],
    configurations: [
      {
        'learning-rate': 0.3,
        rounds: 100,
        depth: 6,
        'child-weight': 2.72,
        'row-share': 1,
        'column-share': 1,
      },
      {
        'learning-rate': 0.156,
        rounds: 127,
        depth: 9,
        'child-weight': 9.15,
        'row-share': 0.828,
        'column-share': 0.344,
      },
      {
        'learning-rate': 0.00223,
        rounds: 521,
        depth: 9,
        'child-weight': 96.4,
        'row-share': 0.189,
        'column-share': 0.372,
      },
      {
        'learning-rate': 0.0383,
        rounds: 624,
        depth: 14,
        'child-weight': 5.8,
        'row-share': 0.854,
        'column-share': 0.146,
      },
    ],
  },
  {
    family: 'decision tree',
    makers: [],
    all: [],
    some: ['leaf-size', 'split-size'],
    none: ['rounds', 'trees'],
    relativeRate: false,
    multiples: [],
    configurations: [
      {
        depth: 27,
        'leaf-size': 2,
        'split-size': 79,
      },
      {
        depth: 29,
        'leaf-size': 10,
        'split-size': 18,
      },
      {
        depth: 29,
        'leaf-size': 2,
        'split-size': 20,
      },
      {
        depth: 20,
        'leaf-size': 2,
        'split-size': 93,
      },
    ],
  },
  {
    family: 'neural network',
    makers: [],
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
