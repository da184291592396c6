import { randomSource } from '../random-source.ts';
import { factorise, logDeterminant, solveLower, solveUpper } from './cholesky.ts';
import { logExpectedImprovement, logNormalCdf } from './normal.ts';

// From mpmath with 40 digits.
test.each([
  [0, -0.693147180559945],
  [2, -0.0230129093289635],
  [-1.96, -3.688963651729639],
  [-7, -27.38430749881108],
  [-7.2, -28.83145752032188],
  [-10, -53.2312851505125],
  [-40, -804.608442013754],
  [9, -1.12858840595384e-19],
])('log Φ(%d)', (z, expected) => {
  expect(Math.abs(logNormalCdf(z) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
});

test.each([
  [3, 1.098739665327708],
  [0, -0.918938533204673],
  [-0.9, -2.298282989459652],
  [-5, -16.74430116266099],
  [-20, -206.9178385094251],
  [-100, -5010.12957880025],
])('log of the expected improvement at %d', (z, expected) => {
  expect(Math.abs(logExpectedImprovement(z) - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
});

test('the expected improvement is smooth where one formula hands over to the next', () => {
  for (const seam of [-1, -3, -50]) {
    const [below, at, above] = [-1e-4, 0, 1e-4].map((step) => logExpectedImprovement(seam + step));
    expect(Math.abs(below! + above! - 2 * at!)).toBeLessThan(1e-7);
    expect(above! - at!).toBeGreaterThan(0);
  }
});

test('a factor gives back its matrix, its solution and its determinant', () => {
  const random = randomSource(5);
  const n = 7;
  const root = Float64Array.from({ length: n * n }, () => random.normal());
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1)
      for (let k = 0; k < n; k += 1) matrix[i * n + j]! += root[i * n + k]! * root[j * n + k]!;
  const x = Float64Array.from({ length: n }, (_, i) => i - 2);
  const b = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0));
  const lower = matrix.slice();
  expect(factorise(lower, n)).toBe(true);
  solveLower(lower, n, b);
  solveUpper(lower, n, b);
  b.forEach((value, i) => {
    expect(value).toBeCloseTo(x[i]!, 8);
  });
  expect(logDeterminant(Float64Array.of(2, 0, 1, 4), 2)).toBeCloseTo(Math.log(8), 12);
});

test('a matrix that is not positive definite is refused', () => {
  expect(factorise(Float64Array.of(1, 0, 1, 1), 2)).toBe(false);
  expect(factorise(Float64Array.of(NaN), 1)).toBe(false);
});
