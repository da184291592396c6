/** A run of versions that are built for the same Pythons on Linux, x86-64. */
export interface Series {
  readonly from: string;
  readonly to: string;
  readonly pythons: readonly [oldest: string, newest: string];
}

function series(from: string, to: string, oldest: string, newest: string): Series {
  return { from, to, pythons: [oldest, newest] };
}

/** What versions below one need beside them though they do not say so to an installer. */
export interface Companions {
  readonly below: string;
  readonly needs: readonly (readonly [distribution: string, specifier: string])[];
}

const numpy1 = ['numpy', '<2'] as const;
const olderEstimators = ['scikit-learn', '<1.6'] as const;

/**
 * Compiled for NumPy 1 (the projects' notes on NumPy 2), or calling what later versions of another library no longer
 * have: each seen to fail when imported or fitted beside the newest.
 */
export const companions: Readonly<Record<string, Companions>> = {
  'scikit-learn': { below: '1.4.2', needs: [numpy1] },
  pandas: { below: '2.2.2', needs: [numpy1] },
  scipy: { below: '1.13.0', needs: [numpy1] },
  matplotlib: { below: '3.8.4', needs: [numpy1] },
  torch: { below: '2.3.0', needs: [numpy1] },
  lightgbm: { below: '4', needs: [numpy1, olderEstimators] },
  xgboost: { below: '2.1', needs: [olderEstimators] },
  seaborn: {
    below: '0.12',
    needs: [
      ['pandas', '<2'],
      ['matplotlib', '<3.7'],
    ],
  },
};

/**
 * From these versions on libraries take old code for something else without an error, or refuse it in ways that
 * reading cannot tell; the locks stop at the same.
 */
export const heldBack: Readonly<Record<string, string>> = { matplotlib: '<3.11', numpy: '<2.4', pandas: '<3' };

/**
 * For which Pythons the packages are built that a script's age depends on: the files for x86-64 Linux that the package
 * index lists. Where the versions of a series differ, what all of them have; previews of Python do not count.
 */
export const wheels: Readonly<Record<string, readonly Series[]>> = {
  tensorflow: [
    series('1.13.1', '1.14.0', '3.5', '3.7'),
    series('1.15.0', '1.15.5', '3.5', '3.7'),
    series('2.0.0', '2.1.4', '3.5', '3.7'),
    series('2.2.0', '2.4.4', '3.6', '3.8'),
    series('2.5.0', '2.7.4', '3.6', '3.9'),
    series('2.8.0', '2.11.1', '3.7', '3.10'),
    series('2.12.0', '2.13.1', '3.8', '3.11'),
    series('2.14.0', '2.15.1', '3.9', '3.11'),
    series('2.16.1', '2.19.1', '3.9', '3.12'),
    series('2.20.0', '2.20.0', '3.9', '3.13'),
    series('2.21.0', '2.21.0', '3.10', '3.13'),
  ],
  numpy: [
    series('1.13.0', '1.16.6', '3.5', '3.7'),
    series('1.17.0', '1.18.5', '3.5', '3.8'),
    series('1.19.0', '1.19.2', '3.6', '3.8'),
    series('1.19.3', '1.21.1', '3.6', '3.9'),
    series('1.21.2', '1.23.1', '3.7', '3.10'),
    series('1.23.2', '1.24.4', '3.8', '3.11'),
    series('1.25.0', '1.25.2', '3.9', '3.11'),
    series('1.26.0', '2.0.2', '3.9', '3.12'),
    series('2.1.0', '2.2.6', '3.10', '3.13'),
    series('2.3.0', '2.3.1', '3.11', '3.13'),
    series('2.3.2', '2.4.6', '3.11', '3.14'),
  ],
  'scikit-learn': [
    series('0.17', '0.19.2', '3.4', '3.7'),
    series('0.20.0', '0.21.3', '3.5', '3.7'),
    series('0.22', '0.23.2', '3.5', '3.8'),
    series('0.24.0', '1.0', '3.6', '3.9'),
    series('1.0.1', '1.1.2', '3.7', '3.10'),
    series('1.1.3', '1.2.2', '3.8', '3.11'),
    series('1.3.0', '1.3.2', '3.8', '3.12'),
    series('1.4.0', '1.5.1', '3.9', '3.12'),
    series('1.5.2', '1.6.1', '3.9', '3.13'),
    series('1.7.0', '1.7.1', '3.10', '3.13'),
    series('1.7.2', '1.7.2', '3.10', '3.14'),
    series('1.8.0', '1.9.1', '3.11', '3.14'),
  ],
  pandas: [
    series('0.20.0', '0.24.2', '3.5', '3.7'),
    series('0.25.0', '1.1.2', '3.5', '3.8'),
    series('1.1.3', '1.3.2', '3.6', '3.9'),
    series('1.3.3', '1.4.4', '3.7', '3.10'),
    series('1.5.0', '2.0.3', '3.8', '3.11'),
    series('2.1.0', '2.1.0', '3.9', '3.11'),
    series('2.1.1', '2.2.2', '3.9', '3.12'),
    series('2.2.3', '2.3.2', '3.9', '3.13'),
    series('2.3.3', '2.3.3', '3.9', '3.14'),
    series('3.0.0', '3.1.1', '3.11', '3.14'),
  ],
  scipy: [
    series('1.0.0', '1.3.3', '3.5', '3.7'),
    series('1.4.0', '1.5.3', '3.5', '3.8'),
    series('1.5.4', '1.7.1', '3.6', '3.9'),
    series('1.7.2', '1.9.1', '3.7', '3.10'),
    series('1.9.2', '1.10.1', '3.8', '3.11'),
    series('1.11.0', '1.11.2', '3.9', '3.11'),
    series('1.11.3', '1.13.1', '3.9', '3.12'),
    series('1.14.0', '1.14.0', '3.10', '3.12'),
    series('1.14.1', '1.15.3', '3.10', '3.13'),
    series('1.16.0', '1.16.1', '3.11', '3.13'),
    series('1.16.2', '1.17.1', '3.11', '3.14'),
    series('1.18.0', '1.18.1', '3.12', '3.14'),
  ],
  torch: [
    series('1.0.0', '1.3.1', '3.5', '3.7'),
    series('1.4.0', '1.7.0', '3.5', '3.8'),
    series('1.7.1', '1.10.2', '3.6', '3.9'),
    series('1.11.0', '1.12.1', '3.7', '3.10'),
    series('1.13.0', '1.13.1', '3.7', '3.11'),
    series('2.0.0', '2.1.2', '3.8', '3.11'),
    series('2.2.0', '2.4.1', '3.8', '3.12'),
    series('2.5.0', '2.8.0', '3.9', '3.13'),
    series('2.9.0', '2.15.0', '3.10', '3.14'),
  ],
  matplotlib: [
    series('2.0.0', '3.1.2', '3.5', '3.7'),
    series('3.1.3', '3.3.2', '3.6', '3.8'),
    series('3.3.3', '3.4.3', '3.6', '3.9'),
    series('3.5.0', '3.5.3', '3.7', '3.10'),
    series('3.6.0', '3.7.2', '3.8', '3.11'),
    series('3.7.3', '3.7.5', '3.8', '3.12'),
    series('3.8.0', '3.9.1', '3.9', '3.12'),
    series('3.9.2', '3.9.4', '3.9', '3.13'),
    series('3.10.0', '3.10.6', '3.10', '3.13'),
    series('3.10.7', '3.11.2', '3.10', '3.14'),
  ],
};
