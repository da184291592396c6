import { backOff, judge, patience, type Evidence } from './verdict.ts';

const dead: Evidence = {
  problem: null,
  verdict: null,
  atRest: false,
  session: { stopped: null, inWorkflow: false },
  holding: { kind: 'orphaned', silent: 600, rebooted: false },
  restarts: { fruitless: 0, sinceLast: null },
};

function stopped(
  signal: 'SIGINT' | 'SIGTERM',
  { rebooted = false, inWorkflow = false }: { rebooted?: boolean; inWorkflow?: boolean } = {},
): Evidence['session'] {
  return { stopped: { signal, rebooted }, inWorkflow };
}

test.each<[string, Partial<Evidence>, string, string]>([
  ['process gone and heartbeat silent', {}, 'restart', 'died'],
  ['another boot', { holding: { kind: 'orphaned', silent: 600, rebooted: true } }, 'restart', 'died'],
  ['a living process', { holding: { kind: 'held' } }, 'leave', 'running'],
  [
    'a process gone, a heartbeat just heard',
    { holding: { kind: 'orphaned', silent: 5, rebooted: false } },
    'wait',
    'one-witness',
  ],
  [
    'a clock that was set back',
    { holding: { kind: 'orphaned', silent: -3600, rebooted: false } },
    'wait',
    'one-witness',
  ],
  ['another host', { holding: { kind: 'elsewhere', host: 'gpu-2', silent: 1e6 } }, 'leave', 'elsewhere'],
  ['ended', { verdict: 'reached' }, 'leave', 'ended'],
  ['ended, then killed while it wrote its report', { verdict: 'below-target' }, 'leave', 'ended'],
  ['a trained baseline of the command train', { atRest: true, holding: { kind: 'free' } }, 'leave', 'at-rest'],
  ['Ctrl-C', { session: stopped('SIGINT'), holding: { kind: 'free' } }, 'leave', 'stopped'],
  ['Ctrl-C, then killed while it gave the study back', { session: stopped('SIGINT') }, 'leave', 'stopped'],
  [
    'Ctrl-C, and the machine was started again since',
    { session: stopped('SIGINT', { rebooted: true }), holding: { kind: 'free' } },
    'leave',
    'stopped',
  ],
  ['kill', { session: stopped('SIGTERM'), holding: { kind: 'free' } }, 'leave', 'stopped'],
  [
    'a machine that was shut down, and runs again',
    { session: stopped('SIGTERM', { rebooted: true }), holding: { kind: 'free' } },
    'restart',
    'shut-down',
  ],
  [
    'a machine that was shut down before the study was given back',
    {
      session: stopped('SIGTERM', { rebooted: true }),
      holding: { kind: 'orphaned', silent: 600, rebooted: true },
    },
    'restart',
    'shut-down',
  ],
  [
    'a machine that shuts down after every restart',
    {
      session: stopped('SIGTERM', { rebooted: true }),
      holding: { kind: 'free' },
      restarts: { fruitless: patience.restarts, sinceLast: 1e6 },
    },
    'give-up',
    'hopeless',
  ],
  [
    'a runner that was shut down with its machine',
    { session: stopped('SIGTERM', { rebooted: true, inWorkflow: true }), holding: { kind: 'free' } },
    'rerun',
    'stopped',
  ],
  ['an error of its own', { holding: { kind: 'free' } }, 'leave', 'failed'],
  ['nothing begun', { session: null }, 'leave', 'never-begun'],
  ['damaged', { problem: 'line 3 of the journal' }, 'give-up', 'unreadable'],
  ['a job that died', { session: { stopped: null, inWorkflow: true } }, 'rerun', 'runner-died'],
  [
    'a job that was cancelled or ran out of time',
    { session: stopped('SIGINT', { inWorkflow: true }), holding: { kind: 'free' } },
    'rerun',
    'stopped',
  ],
  ['died right after a restart', { restarts: { fruitless: 2, sinceLast: 19 } }, 'wait', 'just-restarted'],
  ['died after a restart, long ago', { restarts: { fruitless: 2, sinceLast: 21 } }, 'restart', 'died'],
  ['died after every restart', { restarts: { fruitless: patience.restarts, sinceLast: 1e6 } }, 'give-up', 'hopeless'],
])('%s', (_, difference, action, cause) => {
  expect(judge({ ...dead, ...difference })).toMatchObject({ action, cause });
});

test('says why in one line', () => {
  expect(judge(dead).why).toBe('its process was killed, last heard of 10 min ago');
  expect(judge({ ...dead, holding: { kind: 'orphaned', silent: 90, rebooted: true } }).why).toBe(
    'the machine was restarted, last heard of 90 s ago',
  );
});

test('restarts that bring nothing come slower and slower', () => {
  expect([0, 1, 2, 3, 4, 9].map(backOff)).toEqual([0, 10, 20, 40, 80, 300]);
});
