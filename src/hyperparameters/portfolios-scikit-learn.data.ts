import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-scikit.mjs from synthetic data sets. */
export const scikitLearnPortfolios: readonly Portfolio[] = [
  {
    family: 'support vectors',
    makers: ['SVC'],
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    configurations: [
      {
        'inverse-regularisation': 66,
        kernel: 'rbf',
        'kernel-width': 0.00039,
      },
      {
        kernel: 'rbf',
        'kernel-width': 0.11,
      },
      {
        'inverse-regularisation': 1.2,
        kernel: 'rbf',
        'kernel-width': 0.000049,
      },
      {
        'inverse-regularisation': 53,
        kernel: 'rbf',
        'kernel-width': 0.0022,
      },
    ],
  },
  {
    family: 'nearest neighbours',
    makers: ['KNeighborsClassifier', 'KNeighborsRegressor'],
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    configurations: [
      {
        'distance-power': 1,
        'neighbour-weights': 'distance',
        neighbours: 6,
      },
      {
        'distance-power': 1,
        'neighbour-weights': 'uniform',
        neighbours: 8,
      },
      {
        'distance-power': 2,
        'neighbour-weights': 'uniform',
        neighbours: 3,
      },
      {
        'neighbour-weights': 'distance',
        neighbours: 7,
      },
    ],
  },
  {
    family: 'logistic regression',
    makers: ['LogisticRegression', 'LinearSVC'],
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    configurations: [
      {
        'inverse-regularisation': 22,
        iterations: 400,
      },
      {
        'inverse-regularisation': 0.013,
        iterations: 166,
      },
      {
        'inverse-regularisation': 0.49,
        iterations: 231,
      },
    ],
  },
  {
    family: 'ridge',
    makers: ['Ridge', 'RidgeClassifier'],
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    configurations: [
      {
        regularisation: 0.4,
      },
      {
        regularisation: 12,
      },
      {
        regularisation: 1.8,
      },
    ],
  },
  {
    family: 'lasso',
    makers: ['Lasso', 'ElasticNet'],
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    configurations: [
      {
        regularisation: 0.046,
      },
      {
        regularisation: 2.8,
      },
      {
        regularisation: 1.9,
      },
    ],
  },
];
