import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyExample, homeIn, retune, start, temporary } from './command.ts';

interface Line {
  readonly event: {
    readonly kind: string;
    readonly trial?: number;
    readonly attempt?: number;
    readonly ending?: { readonly kind: string };
  };
}

const run = (script: string, ...more: string[]): string[] => [
  'run',
  script,
  '--target',
  '0.999',
  '--trials',
  '4',
  '--seed',
  '1',
  ...more,
];

function journalOf(home: string): Line[] {
  const studies = join(home, 'studies');
  const [study = ''] = readdirSync(studies).filter((name) => !name.startsWith('.'));
  return readFileSync(join(studies, study, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Processes of ours that still run for this home. */
function leftovers(home: string): string[] {
  return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('attempt.py') && line.includes(home));
}

function finished(lines: readonly Line[]): string[] {
  return lines.flatMap(({ event }) =>
    event.kind === 'attempt-ended' && event.ending?.kind === 'finished' ? [String(event.trial)] : [],
  );
}

const atOnce = [
  { name: 'one training at a time', more: [] },
  { name: 'two side by side', more: ['--parallel', '2'] },
];

test.each(atOnce)('killed at any moment, the same command goes on where it was: $name', async ({ more }) => {
  using folder = temporary('crash');
  const env = homeIn(folder.path);
  const home = env.RETUNE_HOME ?? '';
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  for (const delay of [300, 700, 1100, 1500, 2000, 2600, 3200]) {
    const { child, result } = start(run(script, ...more), { env });
    await Promise.race([sleep(delay), result]);
    child.kill('SIGKILL');
    await result;
  }
  const { code, err } = await retune(run(script, ...more), { env });
  expect({ code, err: code === 3 ? '' : err }).toEqual({ code: 3, err: '' });
  const trials = finished(journalOf(home)).sort();
  expect(trials).toEqual([...new Set(trials)]);
  expect(trials).toEqual(['0', '1', '2', '3', '4']);
  expect(leftovers(home)).toEqual([]);
});

test('an interrupted search says so, stops its training, and goes on', async () => {
  using folder = temporary('interrupt');
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  writeFileSync(script, `import time\n${readFileSync(script, 'utf8')}\ntime.sleep(2)\n`);
  const { child, result } = start(run(script), { env });
  await sleep(5000);
  child.kill('SIGINT');
  const { code, err } = await result;
  expect(code).toBe(130);
  expect(err).toMatch(/same command/);
  expect(leftovers(env.RETUNE_HOME ?? '')).toEqual([]);
  expect((await retune(run(script), { env })).code).toBe(3);
});

test('a command with nothing to clean up ends by the signal, however long it reads', async () => {
  using folder = temporary('reading');
  const script = join(folder.path, 'train.py');
  const models = Array.from({ length: 50_000 }, (_, index) => `m${index} = SVC(C=${1 + index}).fit(X, y${index})\n`);
  writeFileSync(script, `from sklearn.svm import SVC\n${models.join('')}`);
  const { child, result } = start(['detect', '--json', script], { env: homeIn(folder.path) });
  await sleep(2500);
  child.kill('SIGTERM');
  const ended = Date.now();
  const { code, out } = await result;
  expect({ code, out, signal: child.signalCode }).toEqual({ code: null, out: '', signal: 'SIGTERM' });
  expect(Date.now() - ended).toBeLessThan(2000);
});

test('more trials go on, --fresh starts again', async () => {
  using folder = temporary('extend');
  const env = homeIn(folder.path);
  const home = env.RETUNE_HOME ?? '';
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const search = (trials: string, ...more: string[]): string[] => [
    'run',
    script,
    '--target',
    '0.999',
    '--trials',
    trials,
    ...more,
  ];
  expect((await retune(search('2'), { env })).code).toBe(3);
  const first = journalOf(home);
  expect((await retune(search('4'), { env })).code).toBe(3);
  const second = journalOf(home);
  expect(second.slice(0, first.length)).toEqual(first);
  expect(finished(second)).toEqual(['0', '1', '2', '3', '4']);
  expect((await retune(search('1', '--fresh'), { env })).code).toBe(3);
  expect(finished(journalOf(home))).toEqual(['0', '1']);
});

test('two runs of one study at once: the second says who holds it', async () => {
  using folder = temporary('two');
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  writeFileSync(script, `import time\ntime.sleep(4)\n${readFileSync(script, 'utf8')}`);
  const { child, result } = start(run(script), { env });
  await sleep(4000);
  const second = await retune(run(script), { env });
  child.kill('SIGINT');
  await result;
  expect(second.code).toBe(5);
  expect(second.err).toContain(String(child.pid));
});
