import { type Container, runArguments } from './arguments.ts';

const container: Container = {
  name: 'retune-s-0-1',
  image: 'sha256:abc',
  user: '1000:1001',
  labels: { 'retune.study': 's' },
  environment: { LANG: 'C.UTF-8' },
  mounts: [],
  limits: { memory: 4096, cpus: null },
  network: 'none',
  gpus: 'none',
  output: '/attempt/output.log',
  command: ['python', '/x.py'],
};

test('everything an attempt is started with', () => {
  expect(runArguments(container).join(' ')).toBe(
    [
      'run --detach --init --name retune-s-0-1 --restart no --log-driver json-file --log-opt max-size=1m',
      '--read-only --tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777 --cap-drop ALL --security-opt no-new-privileges',
      '--user 1000:1001 --network none --pids-limit 4096 --memory 4096 --memory-swap 4096 --shm-size 2048',
      '--env LANG=C.UTF-8 --label retune.study=s --entrypoint /bin/sh sha256:abc',
      '-c exec "$@" </dev/null >>"$0" 2>&1 /attempt/output.log python /x.py',
    ].join(' '),
  );
});

const cases: readonly (readonly [string, Partial<Container>, readonly string[]])[] = [
  [
    'read-only',
    { mounts: [{ host: '/a', inside: '/b', writable: false }] },
    ['type=bind,source=/a,target=/b,readonly'],
  ],
  ['writable', { mounts: [{ host: '/a', inside: '/b', writable: true }] }, ['type=bind,source=/a,target=/b']],
  [
    'a comma and a quote in a path',
    { mounts: [{ host: '/a,"b"', inside: '/c', writable: true }] },
    ['type=bind,"source=/a,""b""",target=/c'],
  ],
  ['half a processor', { limits: { memory: 4096, cpus: 0.5 } }, ['--cpus', '0.5']],
  ['a network', { network: 'bridge' }, ['--network', 'bridge']],
  ['GPUs', { gpus: 'all' }, ['--gpus', 'all']],
];

test.each(cases)('%s', (_, change, expected) => {
  const args = runArguments({ ...container, ...change });
  const at = args.indexOf(expected[0] ?? '');
  expect(args.slice(at, at + expected.length)).toEqual(expected);
});

test.each(['--privileged', '--volume', '-v', '--ipc', '--pid', '--device', '--gpus', '--cap-add'])(
  'never %s',
  (flag) => {
    expect(runArguments(container)).not.toContain(flag);
  },
);
