/**
 * Cholesky's method for small dense systems (Golub & Van Loan, "Matrix Computations", 4th ed., 4.2).
 * Matrices are n × n, row by row in one flat array; only the lower triangle is read or written.
 */

/** Turns a symmetric positive definite matrix into its lower factor, in place; `false`: it is not one. */
export function factorise(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    for (let j = 0; j <= i; j += 1) {
      const other = j * n;
      let sum = a[row + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[row + k]! * a[other + k]!;
      if (i > j) a[row + j] = sum / a[other + j]!;
      else if (sum > 1e-12) a[row + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L x = b in place. */
export function solveLower(lower: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= lower[row + k]! * b[k]!;
    b[i] = sum / lower[row + i]!;
  }
}

/** Solves Lᵀ x = b in place. */
export function solveUpper(lower: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const solved = b[i]! / lower[i * n + i]!;
    b[i] = solved;
    for (let k = 0; k < i; k += 1) b[k] = b[k]! - lower[i * n + k]! * solved;
  }
}

/** The logarithm of the determinant of L. */
export function logDeterminant(lower: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += Math.log(lower[i * n + i]!);
  return sum;
}
