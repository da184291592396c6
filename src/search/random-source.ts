/** A stream of numbers in [0, 1) that depends on its seed alone. */
export interface RandomSource {
  uniform(): number;
  /** Standard normal, by the method of Box and Muller (1958). */
  normal(): number;
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
}

/** SplitMix32: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, in its 32-bit form. */
export function randomSource(...seeds: readonly number[]): RandomSource {
  let state = seeds.reduce((mixed, seed) => mix(mixed ^ mix(seed | 0)), 0x9e3779b9);
  const uniform = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 4294967296;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (below) => Math.floor(uniform() * below),
  };
}

function mix(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}
