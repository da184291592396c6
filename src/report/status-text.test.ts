import { doctorText } from './doctor-text.ts';
import { plan } from './sample-study.ts';
import { statusText, type StudyLine } from './status-text.ts';

const line: StudyLine = {
  name: 'train-1a2b3c',
  script: '/home/ada/digits/train.py',
  target: plan.target,
  best: 0.9844,
  trials: 2,
  budget: 20,
  state: 'reached',
  bytes: 12_400_000,
  active: 1000,
};

test('one line for each study', () => {
  const fresh = { ...line, name: 'net-77', target: null, best: null, trials: 0, budget: null, state: 'running' };
  const studies = [line, { ...fresh, bytes: 900, active: 7_999_000, script: 'net.py' }];
  expect(statusText(studies, '/home/ada/.retune', 8_000_000)).toBe(`\
study         state    best    target           trials  size   active   script
train-1a2b3c  reached  98.4 %  accuracy ≥ 98 %  2/20    12 MB  2 h ago  /home/ada/digits/train.py
net-77        running  –       –                0       900 B  now      net.py

12 MB in /home/ada/.retune
`);
});

test('no study yet', () => {
  expect(statusText([], '~/.retune', 0)).toBe('No studies in ~/.retune yet. The first one begins with: run train.py\n');
});

test('doctor says what was found and what to do', () => {
  const ok = { name: 'python', state: 'ok', found: '/usr/bin/python3 (3.11.2)', help: null } as const;
  const disk = {
    name: 'disk',
    state: 'warning',
    found: '2 GB free',
    help: 'Run prune, or choose another --home.',
  } as const;
  const uv = { name: 'uv', state: 'problem', found: 'not on PATH', help: 'Install it.' } as const;
  expect(doctorText([ok, disk, uv])).toBe(`\
✓ python  /usr/bin/python3 (3.11.2)
! disk    2 GB free
          → Run prune, or choose another --home.
✗ uv      not on PATH
          → Install it.

1 problem to solve first.
`);
  expect(doctorText([ok, disk])).toContain('It works, with 1 warning.');
  expect(doctorText([ok])).toContain('Everything is there.');
});
