// Means with bootstrap intervals that draw whole data sets: the runs of one data set are no independent witnesses.
import { randomSource } from '../../src/search/random-source.ts';

const draws = 2000;

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The 95 % interval of a statistic of the tasks' indices (Efron 1979). */
export function interval(tasks, statistic) {
  const groups = new Map();
  tasks.forEach(({ suite, instance }, index) => {
    const key = `${suite} ${instance}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const sets = [...groups.values()];
  const random = randomSource(1);
  const values = Array.from({ length: draws }, () =>
    statistic(sets.flatMap(() => sets[random.below(sets.length)])),
  ).sort((a, b) => a - b);
  return [values[Math.floor(0.025 * draws)], values[Math.floor(0.975 * draws)]];
}
