import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-synthetic.mjs from synthetic data sets. */
export const portfolios: readonly Portfolio[] = [
  {
    family: 'support vectors',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['SVC'],
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
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['KNeighborsClassifier', 'KNeighborsRegressor'],
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
    family: 'forest',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['RandomForestClassifier', 'ExtraTreesClassifier'],
    configurations: [
      {
        depth: 23,
        'features-per-split': 0.1,
        'leaf-size': 1,
        'split-size': 2,
        trees: 46,
      },
      {
        depth: 6,
        'features-per-split': 0.29,
        'leaf-size': 2,
        'split-size': 2,
        trees: 133,
      },
      {
        'leaf-size': 3,
      },
    ],
  },
  {
    family: 'gradient boosting',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['GradientBoostingClassifier'],
    configurations: [
      {
        depth: 2,
        'leaf-size': 12,
        'learning-rate': 0.26,
        rounds: 85,
        'row-share': 0.79,
      },
      {
        depth: 6,
        'leaf-size': 6,
        'learning-rate': 0.37,
        rounds: 96,
        'row-share': 0.77,
      },
      {
        depth: 6,
        'leaf-size': 8,
        'learning-rate': 0.57,
        rounds: 44,
        'row-share': 0.5,
      },
      {
        depth: 3,
        'leaf-size': 3,
        'learning-rate': 0.55,
        rounds: 81,
        'row-share': 0.82,
      },
    ],
  },
  {
    family: 'gradient boosting of regression',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['GradientBoostingRegressor'],
    configurations: [
      {
        depth: 3,
        'leaf-size': 5,
        'learning-rate': 0.27,
        rounds: 103,
        'row-share': 0.74,
      },
      {
        depth: 2,
        'leaf-size': 14,
        'learning-rate': 0.075,
        rounds: 191,
        'row-share': 0.46,
      },
      {
        'learning-rate': 0.061,
        'row-share': 0.51,
      },
      {
        depth: 6,
        'leaf-size': 2,
        'learning-rate': 0.043,
        rounds: 104,
        'row-share': 0.43,
      },
    ],
  },
  {
    family: 'histogram boosting',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['HistGradientBoostingClassifier', 'HistGradientBoostingRegressor', 'LGBMClassifier', 'LGBMRegressor'],
    configurations: [
      {
        'leaf-size': 5,
        'learning-rate': 0.06,
        leaves: 6,
        rounds: 121,
        'leaf-rows': 5,
      },
      {
        'leaf-size': 24,
        'learning-rate': 0.38,
        leaves: 24,
        rounds: 88,
        'leaf-rows': 24,
      },
      {
        leaves: 9,
        rounds: 44,
      },
    ],
  },
  {
    family: 'logistic regression',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['LogisticRegression', 'LinearSVC'],
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
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['Ridge', 'RidgeClassifier'],
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
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['Lasso', 'ElasticNet'],
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
  {
    family: 'network',
    all: ['learning-rate', 'epochs'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    none: ['rounds'],
    relativeRate: true,
    multiples: ['epochs'],
    makers: [],
    configurations: [
      {
        dropout: 0.2,
        epochs: 3.3,
        filters: 40,
        'learning-rate': 7.8,
        momentum: 0.9,
      },
      {
        dropout: 0.44,
        epochs: 3,
        filters: 29,
        momentum: 0.9,
        units: 130,
      },
      {
        dropout: 0.29,
        momentum: 0.9,
        units: 272,
      },
    ],
  },
  {
    family: 'perceptron',
    all: [],
    some: [],
    none: [],
    relativeRate: false,
    multiples: [],
    makers: ['MLPClassifier', 'MLPRegressor'],
    configurations: [
      {
        'batch-size': 22,
        epochs: 91,
        'learning-rate': 0.0064,
        'mlp-activation': 'relu',
        regularisation: 0.000012,
        solver: 'lbfgs',
        units: 170,
      },
      {
        'batch-size': 35,
        epochs: 230,
        'learning-rate': 0.0078,
        'mlp-activation': 'relu',
        regularisation: 0.12,
        solver: 'adam',
        units: 96,
      },
      {
        'batch-size': 49,
        solver: 'adam',
      },
      {
        epochs: 59,
        'mlp-activation': 'relu',
      },
    ],
  },
];
