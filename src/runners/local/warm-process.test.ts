import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending } from '../../study/ending.ts';
import { trainingEnvironment } from '../allow-list.ts';
import { until } from '../runner.contract.ts';
import { localRunner } from './local-runner.ts';
import { sampleOrder } from '../sample-order.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'warm-process-')));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

const runtimeFolder = new URL('../../../images/runtime', import.meta.url).pathname;

/** A study of its own, whose script's process tells its parent's number. */
function study(name: string, script: string, worthwhile = 0, cold = false) {
  const folder = join(base, name);
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'train.py'), script);
  const runtime = runtimeFolder;
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const options = { python, runtime, source, environment: trainingEnvironment(process.env), worthwhile, cold, say };
  let attempt = 0;
  const run = async (runner = localRunner(options), warm = true): Promise<{ ending: Ending; output: string }> => {
    attempt += 1;
    const place = { study: name, trial: 1, attempt, folder: join(folder, 'attempts', String(attempt)) };
    const at = { study: name, trial: 1, attempt, fence: 1, script: 'train.py', directory: '', arguments: [] };
    const order = { ...sampleOrder(at), warm };
    await runner.start(place, order, [{ path: 'train.py', text: script }]);
    const ending = await runner.follow(place, () => undefined);
    return { ending, output: readFileSync(join(place.folder, 'output.log'), 'utf8') };
  };
  return { run, said, runner: () => localRunner(options), remembered: join(folder, 'cold.json') };
}

const parent = 'import os\nprint(os.getppid())\n';
const own = `${process.pid}\n`;

test('trials are forked from one process, all others start cold', async () => {
  const { run, runner } = study('one', parent);
  const one = runner();
  const first = await run(one);
  expect(first.ending).toEqual({ kind: 'finished' });
  expect(first.output).not.toBe(own);
  expect((await run(one)).output).toBe(first.output);
  expect((await run(one, false)).output).toBe(own);
});

test('who got ready forks its first trial, and nobody hears of it where none follows', async () => {
  const { run, runner, said } = study('ready', parent);
  const one = runner();
  one.getReady({ script: 'train.py' });
  expect((await run(one, false)).output).toBe(own);
  expect((await run(one)).output).not.toBe(own);
  const refused = study('not ready', `${parent}os.environ['A'] = str(1)\n`);
  const other = refused.runner();
  other.getReady({ script: 'train.py' });
  expect((await refused.run(other, false)).output).toBe(own);
  expect([...said, ...refused.said]).toEqual([]);
});

test('getting ready keeps no process alive', () => {
  const module = new URL('local-runner.ts', import.meta.url).href;
  const source = join(base, 'slow', 'source');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'train.py'), 'import asleep\n');
  writeFileSync(join(source, 'asleep.py'), 'import time\ntime.sleep(60)\n');
  const options = { python, runtime: runtimeFolder, source, environment: trainingEnvironment(process.env) };
  const text = `const { localRunner } = await import(${JSON.stringify(module)});
    localRunner(${JSON.stringify(options)}).getReady({ script: 'train.py' });`;
  const loader = new URL('../../machine/fixtures/run-typescript.mjs', import.meta.url).pathname;
  const { status, signal } = spawnSync(process.execPath, ['--import', loader, '--input-type=module', '-e', text], {
    timeout: 25_000,
  });
  expect({ status, signal }).toEqual({ status: 0, signal: null });
});

test('imports that cost next to nothing are not held', async () => {
  const { run, runner } = study('cheap', `${parent}import time\ntime.sleep(0.5)\n`, 0.9);
  const one = runner();
  expect((await run(one)).output).not.toBe(own);
  expect((await run(one)).output).toBe(own);
});

test('a script that must not be warm starts cold, and why is said once', async () => {
  const { run, runner, said } = study('refused', `${parent}os.environ['A'] = str(1)\n`);
  const one = runner();
  expect((await run(one)).output).toBe(own);
  expect((await run(one)).output).toBe(own);
  expect(said).toEqual(['trials start cold: it sets its environment by what it computes']);
});

test('nothing is forked where that was asked for', async () => {
  const { run, said } = study('asked', parent, 0, true);
  expect((await run()).output).toBe(own);
  expect(said).toEqual([]);
});

test('a forked trial that does nothing is ended, and never forked again', async () => {
  const script = `${parent}import time\ntime.sleep(0 if os.getppid() == ${process.pid} else 30)\n`;
  const { run, said, remembered } = study('hung', script);
  const why = 'it did nothing after a warm start; from now on trials start cold';
  expect((await run()).ending).toMatchObject({ kind: 'lost', why });
  await until(() => existsSync(remembered));
  expect(said).toEqual([]);
  expect((await run()).output).toBe(own);
  expect(said).toEqual(['trials start cold: one that was forked warm did nothing; remembered in cold.json']);
}, 60_000);
