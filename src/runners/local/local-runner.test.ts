import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentBoot, identify, processesOf } from '../../machine/process-identity.ts';
import { decodeJson, type Decoder, fields, integer } from '../../decode.ts';
import type { Ending } from '../../study/ending.ts';
import type { Message } from '../../study/messages.ts';
import type { AttemptPlace, Order } from '../../study/order.ts';
import type { Runner } from '../../study/ports.ts';
import { type Ground, runnerContract, until } from '../runner.contract.ts';
import { trainingEnvironment } from '../allow-list.ts';
import { readClaim } from '../attempt-files.ts';
import { localRunner, type LocalRunnerOptions } from './local-runner.ts';
import { markOf } from './own-processes.ts';
import { sampleOrder } from '../sample-order.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'local-runner-')));
const source = join(base, 'source');
mkdirSync(join(source, 'sub'), { recursive: true });
writeFileSync(join(source, 'train.py'), 'print("as pushed")\n', { mode: 0o444 });
writeFileSync(join(source, 'sub/large.bin'), Buffer.alloc(70 << 20, 1), { mode: 0o444 });
writeFileSync(join(source, 'sub/model.bin'), Buffer.alloc(2 << 20, 1), { mode: 0o444 });
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
const options: LocalRunnerOptions = {
  python,
  runtime: new URL('../../../images/runtime', import.meta.url).pathname,
  source,
  environment: trainingEnvironment({ ...process.env, SECRET_TOKEN: 'planted', GITHUB_TOKEN: 'planted' }),
  patience: { stop: 500, overtime: 700 },
};

const places: AttemptPlace[] = [];
const ground: Ground = {
  runner: () => localRunner(options),
  attempt(change = {}) {
    const attempt = places.length + 1;
    const place = { study: 's', trial: 0, attempt, folder: join(base, 'attempts', String(attempt)) };
    places.push(place);
    const at = { study: 's', trial: 0, attempt, fence: 1, script: 'train.py', directory: '', arguments: [] };
    const order = sampleOrder(at);
    return { place, order: { ...order, ...change } };
  },
  left({ folder }) {
    const claim = join(folder, 'claim.json');
    if (!existsSync(claim)) return [];
    const { pid, start } = decoded(fields({ pid: integer(), start: integer() }), readFileSync(claim, 'utf8'));
    return processesOf({ pid, start, boot: currentBoot() }, markOf(folder));
  },
};

function decoded<T>(decoder: Decoder<T>, json: string): T {
  const result = decodeJson(decoder, json);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

afterAll(async () => {
  for (const place of places) await localRunner(options).stop(place);
  rmSync(base, { recursive: true, force: true });
});

runnerContract('the local runner', ground);
runnerContract('the local runner, forking from a warm process', {
  ...ground,
  runner: () => localRunner({ ...options, worthwhile: 0 }),
  attempt: (change = {}) => ground.attempt({ warm: true, ...change }),
});

const edit = (text: string): { path: string; text: string }[] => [{ path: 'train.py', text }];
async function run(text: string, more: Partial<LocalRunnerOptions> = {}, change: Partial<Order> = {}) {
  const { place, order } = ground.attempt(change);
  const runner = localRunner({ ...options, ...more });
  await runner.start(place, order, edit(text));
  return { place, runner, ...(await follow(runner, place)) };
}
async function follow(
  runner: Runner,
  place: AttemptPlace,
): Promise<{ ending: Ending; messages: Message[]; output: string }> {
  const messages: Message[] = [];
  const ending = await runner.follow(place, (message) => messages.push(message));
  return { ending, messages, output: readFileSync(join(place.folder, 'output.log'), 'utf8') };
}

test('after our own crash another runner follows to the end and hears every message', async () => {
  const { place, order } = ground.attempt();
  const loader = new URL('../../machine/fixtures/run-typescript.mjs', import.meta.url).pathname;
  const script = new URL('./fixtures/start-attempt.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', loader, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const edited = edit('import time\nfor i in range(4):\n    print("step", i, flush=True)\n    time.sleep(0.5)\n');
  child.stdin.end(JSON.stringify({ options, place, order, edited }));
  await once(child.stdout, 'data');
  await until(() => ground.left(place).length > 0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { ending, messages, output } = await follow(ground.runner(), place);
  expect(ending).toEqual({ kind: 'finished' });
  expect(messages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['started', 'finished']));
  expect(output).toContain('step 3');
  expect(ground.left(place)).toEqual([]);
});

test('an adopted attempt that is killed is lost', async () => {
  const { place, order } = ground.attempt();
  await ground.runner().start(place, order, edit('import time\ntime.sleep(60)'));
  await until(() => existsSync(join(place.folder, 'events.jsonl')));
  const following = follow(ground.runner(), place);
  process.kill(ground.left(place)[0]!, 'SIGKILL');
  expect((await following).ending).toMatchObject({
    kind: 'lost',
    why: expect.stringContaining('process is gone') as unknown,
  });
});

test('training code sees no secret of ours, and no terminal', async () => {
  const { output, ending } = await run('import os, sys\nprint(dict(os.environ))\nprint(sys.stdin.read() == "")');
  expect(ending).toEqual({ kind: 'finished' });
  expect(output).not.toContain('planted');
  expect(output).toContain("'PATH'");
  expect(output).toContain('True');
});

test('the script runs in a private writable copy, at its own place', async () => {
  const text = `
import os, sys
open("sub/model.bin", "wb").write(b"new")
open("train.py", "a").write("# mine")
print(os.getcwd(), sys.path[0])
print(len(open("sub/large.bin", "rb").read()))`;
  const { place, ending, output } = await run(text);
  expect(ending).toEqual({ kind: 'finished' });
  const work = join(place.folder, 'work');
  expect(output).toContain(`${work} ${work}`);
  expect(output).toContain(String(70 << 20));
  expect(readFileSync(join(source, 'train.py'), 'utf8')).toBe('print("as pushed")\n');
  expect(statSync(join(source, 'sub/model.bin')).size).toBe(2 << 20);
  expect(statSync(join(work, 'sub/large.bin')).ino).toBe(statSync(join(source, 'sub/large.bin')).ino);
});

test('a script that writes into a shared large file is told so', async () => {
  const large = join(source, 'sub/large.bin');
  const { mtime } = statSync(large);
  const text = 'import os\nos.chmod("sub/large.bin", 0o644)\nopen("sub/large.bin", "r+b").write(b"x")';
  await expect(run(text)).rejects.toMatchObject({ code: 'shared-file-changed', place: { file: 'sub/large.bin' } });
  chmodSync(large, 0o444);
  utimesSync(large, mtime, mtime);
});

test('data lies where the script looks for it', async () => {
  const host = join(base, 'data');
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, 'x.csv'), 'rows');
  const script = 'print(open("data/x.csv").read(), open("../in/deep/x.csv").read())';
  const data = [
    { host, inside: null },
    { host, inside: '../in/deep' },
    { host, inside: host },
  ];
  const { output } = await run(script, { data }, { directory: 'sub' });
  expect(output).toContain('rows rows');
  const outside = run(script, { data: [{ host, inside: '../../out' }] });
  await expect(outside).rejects.toMatchObject({ kind: 'refused', code: 'data-outside' });
  await expect(run(script, { data: [{ host, inside: '/mnt/x' }] })).rejects.toMatchObject({ code: 'data-outside' });
});

test('one that its own runtime cannot end is ended by us', async () => {
  const text = 'import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)';
  const { ending, place } = await run(text, {}, { limits: { seconds: 1, epochs: null } });
  expect(ending).toMatchObject({ kind: 'timed-out', limit: 1 });
  expect(ground.left(place)).toEqual([]);
  expect((await follow(ground.runner(), place)).ending).toMatchObject({ kind: 'timed-out' });
});

test('another process under the same number, or an earlier boot, is never touched', async () => {
  const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const identity = identify(stranger.pid!)!;
  const claims = [{ start: identity.start - 1 }, { boot: 'an earlier boot' }];
  for (const change of claims) {
    const { place } = ground.attempt();
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(join(place.folder, 'claim.json'), JSON.stringify({ v: 1, by: 'runtime', ...identity, ...change }));
    await ground.runner().stop(place);
    const ending = await ground.runner().follow(place, () => undefined);
    expect(ending).toMatchObject({
      kind: 'lost',
      why: 'boot' in change ? 'the machine was restarted' : (expect.anything() as unknown),
    });
  }
  expect(identify(stranger.pid!)).toEqual(identity);
  stranger.kill('SIGKILL');
  await once(stranger, 'exit');
});

test('a claim whose writer died in that moment is lost, not alive for ever', async () => {
  const { place } = ground.attempt();
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(join(place.folder, 'claim.json'), '');
  expect(await readClaim(place.folder)).toMatchObject({ by: 'unreadable' });
  expect((await ground.runner().follow(place, () => undefined)).kind).toBe('lost');
});

test('a wrong line of the runtime is a bug with its place, and nothing keeps running', async () => {
  const text = 'import time\nopen("../events.jsonl", "a").write(\'{"v":1,"t":1,"kind":"metric"}\\n\')\ntime.sleep(60)';
  const { place, order } = ground.attempt();
  await ground.runner().start(place, order, edit(text));
  await until(() => ground.left(place).length > 0);
  await expect(follow(ground.runner(), place)).rejects.toThrow(/events\.jsonl:\d+: name: expected a text/);
  expect(ground.left(place)).toEqual([]);
});

test("an interpreter that is missing or broken is the machine's fault, with its words", async () => {
  await expect(run('', { python: join(base, 'no-python') })).rejects.toMatchObject({
    kind: 'machine',
    code: 'python-not-started',
  });
  const broken = join(base, 'broken-python');
  writeFileSync(broken, '#!/bin/sh\necho no libpython >&2\nexit 127\n', { mode: 0o755 });
  const failing = run('', { python: broken });
  await expect(failing).rejects.toMatchObject({ kind: 'machine', code: 'python-failed' });
  await expect(failing).rejects.toThrow('no libpython');
});

test('our own time is small beside the training', async () => {
  const text = 'import time\nprint(time.time())';
  const { place, order } = ground.attempt();
  const runner = ground.runner();
  const begun = Date.now();
  await runner.start(place, order, edit(text));
  const started = Date.now() - begun;
  await runner.follow(place, () => undefined);
  const over = Date.now() - statSync(join(place.folder, 'events.jsonl')).mtimeMs;
  expect(started).toBeLessThan(1000);
  expect(over).toBeLessThan(1000);
  process.stderr.write(`start ${started} ms, end known after ${Math.round(over)} ms\n`);
});
