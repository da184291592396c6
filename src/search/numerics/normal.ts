const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);
/** Hart (1968), algorithm 5666, as printed by West, "Better approximations to cumulative normal functions" (2005). */
const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** log Φ(z), exact to about 14 digits also where Φ itself is 0 in floating point. */
export function logNormalCdf(z: number): number {
  const scaled = scaledTail(Math.abs(z));
  return z < 0 ? Math.log(scaled) - (z * z) / 2 : Math.log1p(-scaled * Math.exp((-z * z) / 2));
}

/**
 * log(φ(z) + z Φ(z)): the logarithm of the expected improvement over a bound that lies z standard deviations
 * below the mean, in units of one; stable in the tail as in Ament et al. (2023), arXiv 2310.20708.
 */
export function logExpectedImprovement(z: number): number {
  const logDensity = -(z * z) / 2 - logRootTwoPi;
  if (z > -1) return Math.log(Math.exp(logDensity) + z * Math.exp(logNormalCdf(z)));
  // 1 − a Φ(−a) / φ(a): two nearly equal numbers, from some a on better by their series.
  const a = -z;
  const square = a * a;
  if (a > 50) return logDensity - Math.log(square) + Math.log1p((-3 + (15 - 105 / square) / square) / square);
  return logDensity + Math.log1p(-a * scaledTail(a) * Math.exp(logRootTwoPi));
}

/** Φ(−a) exp(a²/2) for a ≥ 0; in the tail by Laplace's continued fraction (Abramowitz & Stegun 26.2.14). */
function scaledTail(a: number): number {
  if (a < 3) return polynomial(numerator, a) / polynomial(denominator, a);
  let fraction = a;
  for (let term = 60; term >= 1; term -= 1) fraction = a + term / fraction;
  return Math.exp(-logRootTwoPi) / fraction;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
