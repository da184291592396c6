import { availableParallelism } from 'node:os';

/**
 * How many threads each of so many attempts side by side may use: libraries take all cores for theirs, and wait for each other
 * spinning. OpenMP (scikit-learn, PyTorch, boosters) and BLAS read the first, TensorFlow's pool of its own the second.
 */
export function shareOfCores(parallel: number, cores = availableParallelism()): Record<string, string> {
  if (parallel === 1) return {};
  const each = String(Math.max(1, Math.floor(cores / parallel)));
  return { OMP_NUM_THREADS: each, TF_NUM_INTRAOP_THREADS: each };
}
