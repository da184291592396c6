import { judgeRun, type RunEvidence } from './run-verdict.ts';

const lost =
  'The self-hosted runner: gpu-1 lost communication with the server. Verify the machine is running and has a healthy network connection.';
const limit = 'The job running on runner gpu-1 has exceeded the maximum execution time of 7200 minutes.';
const job = { name: 'tweak train.py', conclusion: 'failure', notes: [lost] };
const dead: RunEvidence = {
  status: 'completed',
  conclusion: 'failure',
  attempt: 1,
  sinceUpdate: 5,
  branchThere: true,
  livesHere: false,
  jobs: [job],
};

test.each<[string, Partial<RunEvidence>, string, string]>([
  ['a lost runner', {}, 'rerun', 'runner-lost'],
  [
    'a runner that was shut down',
    { jobs: [{ ...job, notes: ['The runner has received a shutdown signal.'] }] },
    'rerun',
    'runner-stopped',
  ],
  [
    'the time limit, which GitHub calls cancelled',
    { conclusion: 'cancelled', jobs: [{ ...job, notes: [limit] }] },
    'rerun',
    'time-limit',
  ],
  [
    'a person',
    { conclusion: 'cancelled', jobs: [{ ...job, notes: ['The run was canceled by @ada.'] }] },
    'leave',
    'cancelled',
  ],
  [
    'a person, after the runner was lost',
    { jobs: [job, { ...job, notes: ['The run was canceled by @ada.'] }] },
    'leave',
    'cancelled',
  ],
  [
    'cancelled, nobody knows why',
    { conclusion: 'cancelled', jobs: [{ ...job, notes: ['The operation was canceled.'] }] },
    'leave',
    'failed',
  ],
  ['a step that failed', { jobs: [{ ...job, notes: ['Process completed with exit code 2.'] }] }, 'leave', 'failed'],
  ['one that runs', { status: 'in_progress', conclusion: null }, 'leave', 'running'],
  ['one that waits for a runner', { status: 'queued', conclusion: null }, 'leave', 'running'],
  ['success', { conclusion: 'success', jobs: [] }, 'leave', 'succeeded'],
  ['a branch that was deleted', { branchThere: false }, 'leave', 'branch-gone'],
  ['a process that lives', { livesHere: true }, 'wait', 'lives'],
  ['too often', { attempt: 6, sinceUpdate: 1e6 }, 'give-up', 'hopeless'],
  ['soon after a restart', { attempt: 3, sinceUpdate: 119 }, 'wait', 'just-restarted'],
  ['some time after a restart', { attempt: 3, sinceUpdate: 121 }, 'rerun', 'runner-lost'],
])('%s', (_, difference, action, cause) => {
  expect(judgeRun({ ...dead, ...difference }, 5)).toMatchObject({ action, cause });
});

test('says which job, and why', () => {
  expect(judgeRun(dead, 5).why).toBe('tweak train.py lost its runner');
});
