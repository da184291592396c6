import { rebootedSince, thisBoot } from './this-boot.ts';

const now = { host: 'gpu-1', boot: 'b' };

test.each([
  ['the same boot', now, false],
  ['a boot before this one', { host: 'gpu-1', boot: 'a' }, true],
  ['another machine, of which nothing is known', { host: 'gpu-2', boot: 'a' }, false],
  ['a journal that does not tell', { host: '', boot: '' }, false],
  ['a system that does not tell', { host: 'gpu-1', boot: '' }, false],
])('%s', (_, place, rebooted) => {
  expect(rebootedSince({ signal: 'SIGTERM', ...place }, now)).toBe(rebooted);
});

test('while this machine runs, it was not started again', () => {
  expect(rebootedSince({ signal: 'SIGTERM', ...thisBoot() })).toBe(false);
});
