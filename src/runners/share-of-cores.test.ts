import { shareOfCores } from './share-of-cores.ts';

test('attempts side by side share the cores; one alone takes what it likes', () => {
  expect(shareOfCores(1, 8)).toEqual({});
  expect(shareOfCores(4, 8)).toEqual({ OMP_NUM_THREADS: '2', TF_NUM_INTRAOP_THREADS: '2' });
  expect(shareOfCores(16, 8)).toMatchObject({ OMP_NUM_THREADS: '1' });
});
