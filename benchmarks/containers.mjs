// `npm run benchmark:containers`: what a container of ours costs beside one that does nothing, and what Retune takes of
// its own between two trainings in containers. Needs an engine and RETUNE_BASE_IMAGE: eval "$(.ci/start-docker)".
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { trainingEnvironment } from '../src/runners/allow-list.ts';
import { prepareAttempt } from '../src/runners/prepare-attempt.ts';
import { runArguments } from '../src/runners/docker/arguments.ts';
import { cli, hold, median, printTable, root } from './measure.mjs';

const pairs = 7;
const trials = 8;
/** Seconds: both are at most one. */
const goal = 1;
/** The goal of a trial on a slow or busy machine, in runs of a container that does nothing, as 1 s is 2.5 of 0.4 s. */
const goalInRuns = 2.5;

const base = process.env.RETUNE_BASE_IMAGE;
if (base === undefined) throw new Error('RETUNE_BASE_IMAGE is not set: eval "$(.ci/start-docker)"');
// Not in /tmp: containers have one of their own.
const folder = realpathSync(mkdtempSync(join(homedir(), '.retune-benchmark-')));
try {
  const options = ['--runner', 'docker', '--base-image', base, '--home', join(folder, 'home')];
  retune('train', 'examples/sklearn-knn/train.py', ...options);
  const image = imageOf(join(folder, 'home', 'studies'));
  await hold(async () => {
    const starts = await startsOf(image);
    const gaps = await gapsOfSearch(options);
    const [first, nothing, own] = [starts.map(({ ours }) => ours), starts.map(({ bare }) => bare), gaps].map(median);
    printTable(
      ['', 'measured', 'median', 'goal'],
      [
        ['`docker run` of `python -c pass`', `${pairs} times`, seconds(nothing), ''],
        ['`docker run` to the first event', `${pairs} times`, seconds(first), `≤ ${seconds(goal)} more`],
        ['own time per trial', `${gaps.length} trials`, seconds(own), `≤ ${seconds(goal)}`],
      ],
    );
    return first - nothing <= goal && own <= Math.max(goal, goalInRuns * nothing);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

function retune(...args) {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`retune ${args.join(' ')} ended with ${String(status)}:\n${stderr}`);
}

function imageOf(studies) {
  const [study = ''] = readdirSync(studies);
  return JSON.parse(readFileSync(join(studies, study, 'image.json'), 'utf8')).id;
}

/** Seconds of pairs, side by side: until an attempt has written its first event, and all of one that does nothing. */
async function startsOf(image) {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  const measured = [];
  for (let attempt = 1; attempt <= pairs; attempt += 1) {
    const place = join(folder, 'attempts', String(attempt));
    rmSync(place, { recursive: true, force: true });
    const edited = [{ path: 'train.py', text: 'print(1)\n' }];
    await prepareAttempt(place, orderOf(attempt), edited, { source, data: [] });
    const container = containerOf(image, place);
    const bare = await timeOf(async () => {
      docker('run', '--rm', '--network', 'none', '--entrypoint', 'python', image, '-c', 'pass');
      await Promise.resolve();
    });
    const ours = await timeOf(async () => {
      docker(...runArguments(container));
      while (!existsSync(join(place, 'events.jsonl'))) await pause(2);
    });
    docker('wait', container.name);
    docker('rm', container.name);
    measured.push({ ours, bare });
  }
  return measured;
}

async function timeOf(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function orderOf(attempt) {
  const at = { study: 'benchmark', trial: 0, attempt, fence: 1, script: 'train.py', directory: '', arguments: [] };
  const limits = { seconds: null, epochs: null };
  return { v: 1, ...at, seed: null, limits, watch: [], warm: false, saveModel: false, dry: false };
}

function containerOf(image, place) {
  return {
    name: `retune-benchmark-${process.pid}-${place.split('/').at(-1) ?? ''}`,
    image,
    user: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    labels: { 'retune.folder': place },
    environment: { ...trainingEnvironment(process.env, 'container'), HOME: '/tmp' },
    mounts: [
      { host: place, inside: '/attempt', writable: true },
      { host: join(root, 'images', 'runtime'), inside: '/retune/runtime', writable: false },
    ],
    limits: { memory: 2 ** 30, cpus: null },
    network: 'none',
    output: '/attempt/output.log',
    command: ['/opt/retune/bin/python', '/retune/runtime/attempt.py', '/attempt'],
  };
}

function docker(...args) {
  execFileSync('docker', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Seconds from the end of one training container to the start of the next, as the engine tells them. */
async function gapsOfSearch(options) {
  const filters = ['type=container', 'event=start', 'event=die', 'label=retune.folder'];
  const format = ['--format', '{{.Status}} {{.TimeNano}} {{index .Actor.Attributes "retune.folder"}}'];
  const events = spawn('docker', ['events', ...filters.flatMap((one) => ['--filter', one]), ...format]);
  const seen = [];
  createInterface(events.stdout).on('line', (line) => {
    const [status = '', at = '', where = ''] = line.split(' ');
    if (where.startsWith(folder)) seen.push({ status, at: Number(at) / 1e9 });
  });
  await pause(500);
  const goalOutOfReach = ['--target', '0.9999', '--trials', String(trials), '--fresh'];
  const search = spawnSync(
    process.execPath,
    [cli, 'run', 'examples/sklearn-knn/train.py', ...options, ...goalOutOfReach],
    { cwd: root, encoding: 'utf8' },
  );
  if (search.status !== 3) throw new Error(`The search ended with ${String(search.status)}:\n${search.stderr}`);
  await pause(500);
  events.kill();
  return seen.flatMap(({ status, at }, index) => {
    const before = seen[index - 1];
    return status === 'start' && before?.status === 'die' ? [at - before.at] : [];
  });
}
