import { estimatorFamilies } from './families.data.ts';
import { families } from './program.ts';
import type { Family } from './program.ts';

const byName = new Map<string, Family>();
for (const [library, table] of Object.entries(estimatorFamilies))
  for (const family of families)
    for (const name of table[family]?.split(' ') ?? []) byName.set(`${library}.${name}`, family);

/** The family of an estimator by its canonical name, the modules between library and class left out. */
export function estimatorFamilyOf(canonical: string): Family | null {
  const parts = canonical.replace(/^optuna(_|\.)integration\./, '').split('.');
  const [library = '', last = ''] = [parts[0], parts.at(-1)];
  return byName.get(`${aliases[library] ?? library}.${last}`) ?? null;
}

export function isEstimator(canonical: string): boolean {
  return estimatorFamilyOf(canonical) !== null;
}

/** Libraries with the classes of another. */
const aliases: Readonly<Record<string, string>> = {
  dask_ml: 'sklearn',
  cuml: 'sklearn',
  sklearnex: 'sklearn',
  imblearn: 'sklearn',
  fbprophet: 'prophet',
  scikeras: 'keras',
};
