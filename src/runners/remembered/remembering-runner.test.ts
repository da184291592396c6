import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending } from '../../study/ending.ts';
import type { Message } from '../../study/messages.ts';
import type { AttemptPlace, Order } from '../../study/order.ts';
import type { Runner } from '../../study/ports.ts';
import { trainingEnvironment } from '../allow-list.ts';
import { localRunner } from '../local/local-runner.ts';
import { forgetGone, memoryIn } from './memory.ts';
import { rememberingRunner } from './remembering-runner.ts';
import type { Remembering } from './remembering-runner.ts';
import { sampleOrder } from '../sample-order.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'remembering-')));
const source = join(base, 'source');
const runs = join(base, 'runs.txt');
const runtime = new URL('../../../images/runtime', import.meta.url).pathname;
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
const small = join(base, 'small.csv');
const large = join(base, 'large.bin');
mkdirSync(source);
writeFileSync(join(source, 'train.py'), 'pass\n');
writeFileSync(join(source, 'notes.txt'), 'one\n');
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

/** Older than any attempt, as data is. */
function putData(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content);
  utimesSync(path, 1e9, 1e9);
}
beforeEach(() => {
  putData(small, 'a,b\n1,2\n');
  putData(large, Buffer.alloc(17 << 20, 7));
  rmSync(runs, { force: true });
  rmSync(join(base, 'trained'), { recursive: true, force: true });
});

/** Tells in a file of its own that it ran, reads data, and leaves something. */
const script = [
  `open(${JSON.stringify(runs)}, "a").write("x")`,
  `open(${JSON.stringify(small)}).read(), open(${JSON.stringify(large)}, "rb").read(9)`,
  'open("result.txt", "w").write("kept")',
  'print("accuracy: 0.75")',
].join('\n');

let count = 0;
interface Attempt {
  readonly text?: string;
  readonly order?: Partial<Order>;
  /** Each attempt has one of its own, unless it says so. */
  readonly study?: string;
  readonly options?: Partial<Remembering>;
}

function placed({ order = {}, study = `s${count}` }: Attempt): { place: AttemptPlace; order: Order } {
  count += 1;
  const at = { study, trial: count, attempt: 1 };
  const place = { ...at, folder: join(base, 'attempts', String(count)) };
  const rest = { fence: 1, script: 'train.py', directory: '', arguments: [] };
  return {
    place,
    order: { ...sampleOrder({ ...at, ...rest }), saveModel: true, ...order },
  };
}

function runnerWith(options: Partial<Remembering> = {}): Runner {
  const environment = trainingEnvironment(process.env);
  return rememberingRunner(localRunner({ python, runtime, source, environment }), {
    memory: memoryIn(base),
    source,
    ground: {
      runtime,
      environment: [python],
      variables: environment,
      data: [],
      fetched: [],
      network: 'bridge',
      gpus: 'all',
    },
    seesFiles: true,
    recalls: true,
    say: () => undefined,
    ...options,
  });
}

async function train(attempt: Attempt = {}): Promise<{ ending: Ending; messages: Message[]; place: AttemptPlace }> {
  const { place, order } = placed(attempt);
  const runner = runnerWith(attempt.options);
  await runner.start(place, order, [{ path: 'train.py', text: attempt.text ?? script }]);
  const messages: Message[] = [];
  const ending = await runner.follow(place, (message) => messages.push(message));
  await runner.clean(place);
  return { ending, messages, place };
}

/** How often the script ran. */
const ran = (): number => (existsSync(runs) ? readFileSync(runs, 'utf8').length : 0);

test('the same is trained once, and the second attempt has all that the first left', async () => {
  const first = await train();
  const second = await train();
  expect(ran()).toBe(1);
  const { study, trial, attempt } = first.place;
  expect(second.ending).toEqual({ kind: 'finished', takenFrom: { study, trial, attempt } });
  expect(second.messages).toEqual(first.messages);
  expect(readFileSync(join(second.place.folder, 'saved', 'result.txt'), 'utf8')).toBe('kept');
  // Another process of ours sees the same.
  const heard: Message[] = [];
  expect(await runnerWith().follow(second.place, (message) => heard.push(message))).toEqual(second.ending);
  expect(heard).toEqual(first.messages);
});

const others: readonly (readonly [string, Attempt])[] = [
  ['text', { text: `${script}\n# other` }],
  ['arguments', { order: { arguments: ['--epochs', '3'] } }],
  ['a seed', { order: { seed: 7 } }],
  ['a place that the first was not watched at', { order: { watch: [watchAt(1)] } }],
  ['packages', { options: { ground: groundWith('other') } }],
  ['the wish to train anew', { options: { recalls: false } }],
];
test.each(others)('with other %s it is trained', async (_, attempt) => {
  await train();
  await train(attempt);
  expect(ran()).toBe(2);
});

test.each([
  ['small', small, 'a,b\n1,3\n'],
  ['large', large, Buffer.concat([Buffer.alloc((17 << 20) - 1, 7), Buffer.from([8])])],
])('a %s file of data that changed since is trained on', async (_, path, content) => {
  await train();
  putData(path, content);
  await train();
  expect(ran()).toBe(2);
});

test('files beside the script count', async () => {
  await train();
  writeFileSync(join(source, 'notes.txt'), 'two\n');
  await train();
  writeFileSync(join(source, 'notes.txt'), 'one\n');
  expect(ran()).toBe(2);
});

test.each([
  ['failed', `${script}\nraise SystemExit(3)`],
  [
    'read from another machine',
    `${script}\nimport socket\ns = socket.socket()\ns.setblocking(False)\ns.connect_ex(("192.0.2.1", 9))`,
  ],
  ['left without a word', `${script}\nimport os\nos._exit(0)`],
])('a run that %s is not remembered', async (_, text) => {
  await train({ text });
  await train({ text });
  expect(ran()).toBe(2);
});

test.each([
  ['a search run', { warm: true }],
  ['a dry build', { dry: true }],
])('%s neither stands in nor is stood in for', async (_, order) => {
  await train({ order: { ...order, saveModel: false } });
  await train();
  await train({ order: { ...order, saveModel: false } });
  expect(ran()).toBe(3);
});

test('in one study only a run in which nothing is random stands in for another', async () => {
  const { place } = await train({ study: 'one' });
  await train({ study: 'one' });
  expect(ran()).toBe(1);
  const events = join(place.folder, 'events.jsonl');
  writeFileSync(events, readFileSync(events, 'utf8').replace('"sources": []', '"sources": ["torch"]'));
  await train({ study: 'one' });
  expect(ran()).toBe(2);
});

test('what was removed since is trained again', async () => {
  const { place } = await train();
  rmSync(place.folder, { recursive: true });
  await train();
  expect(ran()).toBe(2);
});

test('what was removed is forgotten', async () => {
  const { place } = await train();
  await train({ text: `${script}\n# other` });
  rmSync(place.folder, { recursive: true });
  await forgetGone(base);
  expect(readdirSync(join(base, 'trained'))).toHaveLength(1);
});

function watchAt(line: number): Order['watch'][number] {
  return {
    id: 'train.py::::x',
    path: 'train.py',
    place: { start: { line, column: 0 }, end: { line, column: 4 } },
    arrival: null,
  };
}

function groundWith(hash: string): Remembering['ground'] {
  return { runtime, environment: [hash], variables: {}, data: [], fetched: [], network: 'bridge', gpus: 'all' };
}
