import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { trainingEnvironment } from '../../src/runners/allow-list.ts';
import { dockerRunner, type DockerRunnerOptions } from '../../src/runners/docker/docker-runner.ts';
import { type Ground, runnerContract, until } from '../../src/runners/runner.contract.ts';
import type { Ending } from '../../src/study/ending.ts';
import type { AttemptPlace, Order } from '../../src/study/order.ts';
import { imageFor, scikitLearn } from './images.ts';
import { sampleOrder } from '../../src/runners/sample-order.ts';

const image = await imageFor(scikitLearn);
// Not in /tmp: containers have one of their own.
const base = realpathSync(mkdtempSync(join(homedir(), '.retune-docker-')));
const source = join(base, 'source');
mkdirSync(join(source, 'sub'), { recursive: true });
writeFileSync(join(source, 'train.py'), 'print("as pushed")\n', { mode: 0o444 });
writeFileSync(join(source, 'sub/large.bin'), Buffer.alloc(70 << 20, 1), { mode: 0o444 });
const options: DockerRunnerOptions = {
  image,
  runtime: new URL('../../images/runtime', import.meta.url).pathname,
  source,
  environment: trainingEnvironment({ ...process.env, GITHUB_TOKEN: 'planted' }, 'container'),
  data: [],
  fetched: [],
  limits: { memory: 400 << 20, cpus: null },
  network: 'none',
  gpus: 'none',
  patience: { stop: 1000, overtime: 2000 },
};

const places: AttemptPlace[] = [];
const study = `contract-${process.pid}`;
const ground: Ground = {
  runner: () => dockerRunner(options),
  attempt(change = {}) {
    const attempt = places.length + 1;
    const place = { study, trial: 0, attempt, folder: join(base, 'attempts', String(attempt)) };
    places.push(place);
    const at = { study, trial: 0, attempt, fence: 1, script: 'train.py', directory: '', arguments: [] };
    const order = sampleOrder(at);
    return { place, order: { ...order, ...change } };
  },
  left({ attempt }) {
    // The container's first process forwards signals only.
    return containersOf(attempt, 'running').flatMap((id) => {
      const rows = execFileSync('docker', ['top', id, '-o', 'pid,args'], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .slice(1);
      return rows
        .filter((row) => !/docker-init|\/sbin\/tini/.test(row))
        .map((row) => Number(row.trim().split(/\s+/)[0]));
    });
  },
};

function containersOf(attempt: number | null, status: string | null): string[] {
  const filters = [
    `label=retune.study=${study}`,
    ...(attempt === null ? [] : [`label=retune.attempt=${attempt}`]),
    ...(status === null ? [] : [`status=${status}`]),
  ].flatMap((filter) => ['--filter', filter]);
  return execFileSync('docker', ['ps', '--all', '--quiet', ...filters], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

afterAll(() => {
  const left = containersOf(null, null);
  if (left.length > 0) execFileSync('docker', ['rm', '--force', ...left]);
  rmSync(base, { recursive: true, force: true });
});

runnerContract('the Docker runner', ground);

async function run(text: string, more: Partial<DockerRunnerOptions> = {}, change: Partial<Order> = {}) {
  const { place, order } = ground.attempt(change);
  const runner = dockerRunner({ ...options, ...more });
  await runner.start(place, order, [{ path: 'train.py', text }]);
  const ending: Ending = await runner.follow(place, () => undefined);
  return { place, runner, ending, output: readFileSync(join(place.folder, 'output.log'), 'utf8') };
}

test('training code sees no secret, no host, no network, and can gain nothing', async () => {
  const { output, ending } = await run(`
import os, socket
print(dict(os.environ))
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print("CapEff", int(status["CapEff"], 16), "CapBnd", int(status["CapBnd"], 16), "NoNewPrivs", status["NoNewPrivs"].strip(), "Seccomp", status["Seccomp"].strip())
for path in ("/usr/x", "/retune/runtime/x", ${JSON.stringify(source)} + "/x"):
    try:
        open(path, "w")
        print("wrote", path)
    except OSError as error:
        print("refused", error.errno)
try:
    socket.create_connection(("1.1.1.1", 53), 2)
    print("connected")
except OSError as error:
    print("no network:", error.errno)
print("socket:", os.path.exists("/var/run/docker.sock"), "home:", os.path.exists(${JSON.stringify(homedir())} + "/.cache"))
`);
  expect(ending).toEqual({ kind: 'finished' });
  expect(output).not.toContain('planted');
  expect(output).toContain('CapEff 0 CapBnd 0 NoNewPrivs 1 Seccomp 2');
  expect(output.match(/refused (13|30)/g)).toHaveLength(3);
  expect(output).toContain('no network: 101');
  expect(output).toContain('socket: False home: False');
});

test('files belong to the caller', async () => {
  const { place } = await run('open("mine.txt", "w").write("x")');
  for (const name of ['work/mine.txt', 'events.jsonl', 'output.log'])
    expect(statSync(join(place.folder, name)).uid).toBe(process.getuid?.());
});

test('too little memory is named as the cause', async () => {
  const { ending } = await run('blocks = []\nwhile True:\n    blocks.append(bytearray(50 << 20))');
  expect(ending).toMatchObject({ kind: 'lost', why: expect.stringMatching(/out of memory.*--memory/) as unknown });
});

test('a bus error for want of shared memory is a crash, said as such', async () => {
  const { ending } = await run(
    'import os, signal\nsignal.signal(signal.SIGBUS, signal.SIG_DFL)\nos.kill(os.getpid(), signal.SIGBUS)',
  );
  expect(ending).toMatchObject({ kind: 'lost', why: expect.stringContaining('SIGBUS') as unknown });
});

test('data is there, read-only, where the script looks for it', async () => {
  const host = join(base, 'data');
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, 'x.csv'), 'rows');
  const script = `
print(open("data/x.csv").read(), open("../in/deep/x.csv").read(), open("/mnt/x.csv").read(), open("one.csv").read())
try:
    open("data/y.csv", "w")
except OSError as error:
    print("refused", error.errno)`;
  const data = [
    { host, inside: null },
    { host, inside: '../in/deep' },
    { host, inside: '/mnt' },
    { host: join(host, 'x.csv'), inside: 'one.csv' },
  ];
  const { output } = await run(script, { data }, { directory: 'sub', script: 'train.py' });
  expect(output).toContain('rows rows rows rows');
  expect(output).toContain('refused 30');
  await expect(run('', { data: [{ host, inside: '/etc' }] })).rejects.toMatchObject({ code: 'data-outside' });
});

test('after our own crash another runner follows to the end, and how it ended is known', async () => {
  const { place, order } = ground.attempt();
  const loader = new URL('../../src/machine/fixtures/run-typescript.mjs', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--import', loader, new URL('./fixtures/start-attempt.ts', import.meta.url).pathname],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const text =
    'import os, time\nfor i in range(4):\n    print("step", i, flush=True)\n    time.sleep(0.5)\nos._exit(9)\n';
  child.stdin.end(JSON.stringify({ options, place, order, edited: [{ path: 'train.py', text }] }));
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const ending = await dockerRunner(options).follow(place, () => undefined);
  expect(ending).toMatchObject({
    kind: 'failed',
    failure: { exitCode: 9 },
    lastLines: ['step 0', 'step 1', 'step 2', 'step 3'],
  });
});

test('one whose container someone removed is lost', async () => {
  const { place, order } = ground.attempt();
  const runner = dockerRunner(options);
  await runner.start(place, order, [{ path: 'train.py', text: 'import time\ntime.sleep(60)' }]);
  await until(() => existsSync(join(place.folder, 'events.jsonl')));
  const following = dockerRunner(options).follow(place, () => undefined);
  execFileSync('docker', ['rm', '--force', ...containersOf(place.attempt, null)]);
  expect(await following).toMatchObject({ kind: 'lost' });
});

test('cleaning removes the container', async () => {
  const { place, runner } = await run('print("x")');
  expect(containersOf(place.attempt, null)).toHaveLength(1);
  await runner.clean(place);
  expect(containersOf(place.attempt, null)).toEqual([]);
});

test('an image that is gone is said', async () => {
  await expect(run('', { image: 'retune/none:missing' })).rejects.toMatchObject({ kind: 'machine' });
});

test('our own time is small beside the training', async () => {
  const { place, order } = ground.attempt();
  const runner = dockerRunner(options);
  const begun = performance.now();
  await runner.start(place, order, [{ path: 'train.py', text: 'print(1)' }]);
  await runner.follow(place, () => undefined);
  await runner.clean(place);
  const ours = performance.now() - begun;
  const bare = performance.now();
  execFileSync('docker', ['run', '--rm', '--entrypoint', 'python', image, '-c', 'pass']);
  const theirs = performance.now() - bare;
  process.stderr.write(
    `an attempt of nothing ${Math.round(ours)} ms, docker run … python -c pass ${Math.round(theirs)} ms\n`,
  );
  expect(ours).toBeLessThan(theirs + 3000);
});
