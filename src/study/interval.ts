/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % points of Student's t for 1, 2, … degrees of freedom (Fisher & Yates, Statistical Tables, table III). */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093,
];
const normalZ = 1.96;

/** The mean of repeated runs, by Student's t; `null` for fewer than two. `fraction`: a share, which ends at 0 and 1. */
export function intervalOverRuns(values: readonly number[], fraction: boolean): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (studentT[n - 2] ?? normalZ) * Math.sqrt(variance / n);
  const [least, most] = fraction ? [0, 1] : [-Infinity, Infinity];
  return { low: Math.max(least, mean - half), high: Math.min(most, mean + half) };
}

/** A share of `rows` independent rows, by Wilson's score (Wilson 1927, JASA 22); `null` for no share. */
export function intervalOverRows(share: number, rows: number): Interval | null {
  if (share < 0 || share > 1 || rows < 1) return null;
  const z2 = normalZ ** 2;
  const centre = (share + z2 / (2 * rows)) / (1 + z2 / rows);
  const half = (normalZ / (1 + z2 / rows)) * Math.sqrt((share * (1 - share)) / rows + z2 / (4 * rows ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
