import type { Literal } from '../python/literals.ts';
import type { Value } from '../search/space.ts';

/** What is searched, without the place it belongs to. */
export type Axis =
  | { readonly kind: 'real' | 'integer'; readonly low: number; readonly high: number; readonly scale: 'linear' | 'log' }
  | { readonly kind: 'choice'; readonly choices: readonly Value[] };

/** A kind of hyper-parameter, whatever framework and argument it comes from. */
export interface Knob {
  /** How much it matters, against all other knobs: larger is tried first. */
  readonly importance: number;
  /** Where to search around the author's value; `null` when this value cannot be searched around. */
  readonly range: (written: Literal) => Axis | null;
}

/** The knobs by name. Ranges are judgement, from the practice of each field; a benchmark may move them. */
export const knobs = {
  'learning-rate': { importance: 100, range: reaching(logReal(100, 1e-6, 1), [1e-5, 0.1], [0.3, 1e-3]) },
  neighbours: { importance: 100, range: neighbours },
  'inverse-regularisation': { importance: 95, range: reaching(logReal(1000, 1e-6, 1e6), [0.01, 100], [1000, 0.1]) },
  regularisation: { importance: 92, range: decay },
  kernel: { importance: 90, range: choice('rbf', 'linear', 'poly', 'sigmoid') },
  'kernel-width': { importance: 88, range: either(reaching(decay, [1e-4, 1], [1, 1e-4]), choice('scale', 'auto')) },
  rounds: { importance: 86, range: reaching(logInteger(8, 1, 20_000), [20, 200]) },
  // More trees never hurt a forest, they only take time; rounds of boosting can overfit.
  trees: { importance: 62, range: reaching(logInteger(8, 1, 2000), [12, 100]) },
  depth: { importance: 84, range: depth },
  epochs: { importance: 82, range: epochs },
  'features-per-split': { importance: 80, range: either(share(0.1, 1), choice('sqrt', 'log2', null)) },
  optimiser: { importance: 78, range: choice('adam', 'rmsprop', 'sgd') },
  units: { importance: 75, range: reaching(logInteger(8, 2, 4096), [16, 128]) },
  leaves: { importance: 72, range: reaching(logInteger(8, 2, 1024), [8, 64]) },
  filters: { importance: 70, range: reaching(logInteger(4, 2, 1024), [8, 32]) },
  'leaf-size': { importance: 68, range: logInteger(64, 1, 64) },
  'split-size': { importance: 50, range: logInteger(64, 2, 64) },
  'child-weight': { importance: 66, range: bounded('real', 1, 64, 'log') },
  'neighbour-weights': { importance: 66, range: choice('uniform', 'distance') },
  'batch-size': { importance: 60, range: reaching(logInteger(8, 4, 1024), [4, 32], [256, 32]) },
  momentum: { importance: 58, range: bounded('real', 0, 0.99, 'linear') },
  dropout: { importance: 56, range: dropout },
  'row-share': { importance: 56, range: share(0.3, 1) },
  'column-share': { importance: 55, range: share(0.3, 1) },
  // The other side of dropout: what is kept of a layer.
  'keep-probability': { importance: 56, range: share(0.2, 1) },
  'weight-decay': { importance: 52, range: decay },
  'distance-power': { importance: 50, range: bounded('integer', 1, 3, 'linear') },
  'l1-share': { importance: 50, range: share(0, 1) },
  distance: { importance: 48, range: choice('minkowski', 'manhattan', 'chebyshev', 'cosine') },
  activation: { importance: 45, range: choice('relu', 'elu', 'tanh') },
  solver: { importance: 44, range: choice('adam', 'lbfgs', 'sgd') },
  'split-gain': { importance: 42, range: decay },
  criterion: { importance: 40, range: choice('gini', 'entropy') },
  'kernel-size': { importance: 36, range: oddSize },
  iterations: { importance: 35, range: iterations },
  'mlp-activation': { importance: 45, range: choice('relu', 'tanh', 'logistic') },
  penalty: { importance: 43, range: choice('l2', 'l1') },
  'linear-solver': { importance: 34, range: choice('lbfgs', 'liblinear', 'newton-cg', 'sag', 'saga') },
  'class-weight': { importance: 46, range: choice('balanced', null) },
  margin: { importance: 60, range: logReal(100, 1e-6, 1e6) },
  'kernel-offset': { importance: 32, range: bounded('real', 0, 2, 'linear') },
  'share-of-errors': { importance: 70, range: share(0.01, 0.9) },
  share: { importance: 40, range: share(0, 1) },
  radius: { importance: 80, range: logReal(10, 1e-6, 1e6) },
  'query-leaf-size': { importance: 10, range: logInteger(8, 1, 512) },
  restarts: { importance: 25, range: logInteger(8, 1, 100) },
  bins: { importance: 33, range: logInteger(8, 8, 1024) },
  'vocabulary-cap': { importance: 40, range: logInteger(8, 10, 1_000_000) },
  'document-count': { importance: 30, range: logInteger(8, 1, 100) },
  'polynomial-degree': { importance: 65, range: bounded('integer', 1, 5, 'linear') },
  'feature-count': { importance: 45, range: logInteger(4, 1, 10_000) },
  components: { importance: 45, range: either(components, share(0.5, 0.999)) },
  'limit-of-depth': { importance: 60, range: either(depth, unlimitedDepth) },
  'leaf-rows': { importance: 66, range: logInteger(16, 1, 512) },
  'bagging-temperature': { importance: 35, range: bounded('real', 0, 10, 'linear') },
  'step-limit': { importance: 81, range: iterations },
  'warm-up-steps': { importance: 38, range: warmUp },
  accumulation: { importance: 30, range: logInteger(8, 1, 64) },
  schedule: { importance: 30, range: choice('linear', 'cosine', 'constant') },
  rank: { importance: 50, range: logInteger(8, 1, 256) },
  'lora-scale': { importance: 45, range: logInteger(8, 1, 512) },
  'gradient-clip': { importance: 35, range: logReal(10, 0.01, 100) },
  discount: { importance: 42, range: share(0.8, 0.999) },
  'decay-factor': { importance: 37, range: share(0.05, 1) },
  'decay-steps': { importance: 31, range: logInteger(8, 1, 1_000_000) },
  'rate-decay': { importance: 33, range: decay },
  leak: { importance: 25, range: bounded('real', 0, 0.5, 'linear') },
  // Architecture edits bring their own ranges.
  layers: { importance: 54, range: () => null },
  blocks: { importance: 53, range: () => null },
  normalisation: { importance: 47, range: () => null },
  'layer-count': { importance: 54, range: bounded('integer', 1, 8, 'linear') },
  noise: { importance: 35, range: bounded('real', 0, 1, 'linear') },
  'embedding-rate': { importance: 60, range: logReal(100, 1, 10_000) },
  'bagging-interval': { importance: 20, range: bounded('integer', 0, 10, 'linear') },
  degree: { importance: 30, range: bounded('integer', 1, 6, 'linear') },
} as const satisfies Readonly<Record<string, Knob>>;

export type KnobName = keyof typeof knobs;

type Range = Knob['range'];

/** `factor` around the author's value on a log scale, within hard limits that the author may have left. */
function logReal(factor: number, least: number, most: number): Range {
  return ({ kind, value }) => {
    if (!isNumber(kind) || typeof value !== 'number' || value <= 0) return null;
    return widened('real', Math.max(least, value / factor), Math.min(most, value * factor), 'log', value);
  };
}

function logInteger(factor: number, least: number, most: number): Range {
  return ({ kind, value }) => {
    if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
    const low = Math.max(least, Math.round(value / factor));
    return widened('integer', low, Math.min(most, value * factor), 'log', value);
  };
}

/**
 * Who is far from what is usual finds the way there: a rate of 1e-7 is no place from which a factor of 100 leads anywhere.
 *
 * @param below from under the first number the range goes up to the second at least.
 * @param above from over the first number the range goes down to the second at least.
 */
function reaching(
  range: Range,
  [least, upTo]: readonly [number, number],
  [most, downTo]: readonly [number, number] = [Infinity, 0],
): Range {
  return (written) => {
    const axis = range(written);
    const { value } = written;
    if (axis === null || axis.kind === 'choice' || typeof value !== 'number' || value <= 0) return axis;
    if (value < least) return { ...axis, high: Math.max(axis.high, upTo) };
    return value > most ? { ...axis, low: Math.min(axis.low, downTo) } : axis;
  };
}

function bounded(type: 'real' | 'integer', low: number, high: number, scale: 'linear' | 'log'): Range {
  return ({ kind, value }) => {
    if (!isNumber(kind) || typeof value !== 'number' || (type === 'integer' && kind === 'float')) return null;
    return scale === 'log' && value <= 0 ? { kind: type, low, high, scale } : widened(type, low, high, scale, value);
  };
}

/** A share of something: only floats, because an integer there is a count. */
function share(low: number, high: number): Range {
  return (written) => {
    const whole = written.kind === 'integer' && written.value !== 0 && written.value !== 1;
    return whole ? null : bounded('real', low, high, 'linear')(written);
  };
}

function choice(...usual: readonly Value[]): Range {
  return ({ kind, value }) => {
    if (kind !== 'string' && !(kind === 'none' && usual.includes(null))) return null;
    return { kind: 'choice', choices: usual.includes(value) ? usual : [value, ...usual] };
  };
}

function either(...ranges: readonly Range[]): Range {
  return (written) => ranges.map((range) => range(written)).find((axis) => axis !== null) ?? null;
}

/** Penalties: three decades to both sides; from zero, the range in which they begin to matter. */
function decay(written: Literal): Axis | null {
  if (written.value === 0 && isNumber(written.kind)) return { kind: 'real', low: 1e-6, high: 0.1, scale: 'log' };
  return logReal(1000, 1e-12, 1e9)(written);
}

function depth({ kind, value }: Literal): Axis | null {
  if (kind === 'none') return { kind: 'choice', choices: [null, 2, 4, 8, 16] };
  if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
  return { kind: 'integer', low: 1, high: Math.max(2 * value, 12), scale: 'linear' };
}

/** Training much shorter than the author did is wasted; much longer pays most where it was tiny. */
function epochs({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
  const high = value <= 3 ? 10 * value : 4 * value;
  return { kind: 'integer', low: Math.max(1, Math.floor(value / 2)), high, scale: 'log' };
}

function iterations({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
  return { kind: 'integer', low: Math.max(1, Math.floor(value / 2)), high: 10 * value, scale: 'log' };
}

/** One neighbour is always worth a look, however many the author took; more than the square root of thousands of rows hardly is. */
function neighbours({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
  return { kind: 'integer', low: 1, high: Math.max(value, Math.min(64, 8 * value), 24), scale: 'log' };
}

function dropout({ kind, value }: Literal): Axis | null {
  if (!isNumber(kind) || typeof value !== 'number' || value < 0 || value >= 1) return null;
  return widened('real', 0, Math.min(0.8, Math.max(0.5, value + 0.3)), 'linear', value);
}

/** LightGBM's −1 is `no limit`. */
function unlimitedDepth({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || value !== -1) return null;
  return { kind: 'choice', choices: [-1, 4, 6, 8, 12] };
}

function components({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 3) return null;
  return { kind: 'integer', low: Math.max(2, Math.floor(value / 4)), high: value, scale: 'log' };
}

function warmUp({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 0) return null;
  return { kind: 'integer', low: 0, high: Math.max(2 * value, 100), scale: 'linear' };
}

function oddSize({ kind, value }: Literal): Axis | null {
  if (kind !== 'integer' || typeof value !== 'number' || value < 1) return null;
  return { kind: 'choice', choices: [...new Set([3, 5, value])].toSorted((one, other) => one - other) };
}

function isNumber(kind: Literal['kind']): boolean {
  return kind === 'integer' || kind === 'float';
}

function widened(kind: 'real' | 'integer', low: number, high: number, scale: 'linear' | 'log', value: number): Axis {
  return { kind, low: tidy(Math.min(low, value)), high: tidy(Math.max(high, value)), scale };
}

/** Without the dust of binary arithmetic: 0.1 × 1000 / 1000 is 0.1. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
