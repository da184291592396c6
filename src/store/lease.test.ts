import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { currentHost, identify } from '../machine/process-identity.ts';
import { takeLease } from './lease.ts';
import { holderOf, holdingOf } from './lease-record.ts';

let folder: string;
let file: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lease-'));
  file = join(folder, 'lease.json');
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const study = { study: 'train-0' };
const other = { ...identify(process.pid)!, ...currentHost(), command: ['run', 'train.py'], since: 0 };
const write = (holder: object, name = file, fence = 4): void => {
  writeFileSync(name, JSON.stringify({ v: 1, study: 'train-0', fence, holder }));
};

test('the fence grows with each holder, and release is harmless twice', async () => {
  const first = await takeLease(file, study);
  await first.release();
  await first.release();
  expect(await holderOf(file)).toBeNull();
  const second = await takeLease(file, study);
  expect([first.fence, second.fence]).toEqual([1, 2]);
  await second[Symbol.asyncDispose]();
  expect(readdirSync(folder)).toEqual(['lease.json']);
});

test('while it is held nobody else takes it, and the error says who holds it', async () => {
  const lease = await takeLease(file, study);
  await expect(takeLease(file, study)).rejects.toMatchObject({ kind: 'machine', code: 'study-held' });
  await lease.release();
  write({ ...other, pid: process.ppid, start: identify(process.ppid)!.start });
  const held = takeLease(file, study);
  await expect(held).rejects.toThrow(
    `Study train-0 is held by process ${process.ppid} since 1970-01-01T00:00:00.000Z: run train.py`,
  );
  await expect(held).rejects.toMatchObject({ help: expect.stringContaining(`kill ${process.ppid}`) as unknown });
});

test.each([
  ['its process number belongs to another process now', { ...other, start: other.start + 1 }],
  ['the machine was restarted', { ...other, boot: 'another boot' }],
  ['its process is gone', { ...other, pid: 4_000_000 }],
])('a dead holder is followed: %s', async (_, holder) => {
  write(holder);
  expect((await takeLease(file, study)).fence).toBe(5);
});

test('of another machine or container we cannot say whether it is dead', async () => {
  write({ ...other, pid: 4_000_000, host: `${hostname()}-2` });
  await expect(takeLease(file, study)).rejects.toMatchObject({
    help: expect.stringContaining(`delete ${file}`) as unknown,
  });
  write({ ...other, pid: 4_000_000, namespace: 'pid:[1]' });
  await expect(takeLease(file, study)).rejects.toThrow('in another container');
});

test('what can be seen of a holder: its process, and when it was last heard of', async () => {
  expect(await holdingOf(file)).toEqual({ kind: 'free' });
  write({ ...other, pid: 4_000_000 });
  utimesSync(file, Date.now() / 1000 - 90, Date.now() / 1000 - 90);
  const gone = await holdingOf(file);
  expect(gone).toMatchObject({ kind: 'orphaned', rebooted: false, holder: { pid: 4_000_000 } });
  expect('silent' in gone ? Math.round(gone.silent / 10) : null).toBe(9);
  write({ ...other, boot: 'another boot' });
  expect(await holdingOf(file)).toMatchObject({ kind: 'orphaned', rebooted: true });
  write({ ...other, host: `${hostname()}-2` });
  expect(await holdingOf(file)).toMatchObject({ kind: 'elsewhere' });
  write(other);
  expect(await holdingOf(file)).toMatchObject({ kind: 'held' });
});

test('a holder is heard of again and again', async () => {
  const lease = await takeLease(file, study, 0.02);
  utimesSync(file, 1, 1);
  const heard = async (): Promise<number> => (await stat(file)).mtimeMs;
  for (const deadline = Date.now() + 10_000; (await heard()) === 1000 && Date.now() < deadline;) await pause(10);
  expect(Date.now() - (await heard())).toBeLessThan(60_000);
  await lease.release();
});

test('a taker that died half way does not block', async () => {
  write({ ...other, pid: 4_000_000 });
  write({ ...other, pid: 4_000_000 }, `${file}.5`, 5);
  expect((await takeLease(file, study)).fence).toBe(6);
});

test('a damaged lease is named', async () => {
  writeFileSync(file, '');
  await expect(takeLease(file, study)).rejects.toMatchObject({ code: 'lease-damaged', place: { file } });
});

test('of many processes that come at once one follows a killed holder', async () => {
  const [first] = await processes(1);
  expect(await first!.take()).toBe('took 1');
  first!.child.kill('SIGKILL');
  await first!.exited;
  let fence = 1;
  for (let round = 0; round < 3; round += 1) {
    const takers = await processes(6);
    const answers = await Promise.all(takers.map(({ take }) => take()));
    fence += 1;
    expect(answers.filter((answer) => answer !== 'failed study-held')).toEqual([`took ${fence}`]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ fence });
    for (const { child } of takers) child.kill('SIGKILL');
    await Promise.all(takers.map(({ exited }) => exited));
  }
});

async function processes(
  count: number,
): Promise<{ child: ChildProcess; exited: Promise<unknown>; take: () => Promise<string> }[]> {
  const loader = new URL('../machine/fixtures/run-typescript.mjs', import.meta.url).pathname;
  const script = new URL('./fixtures/take-lease.ts', import.meta.url).pathname;
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, ['--import', loader, script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
      started.push(child);
      const exited = once(child, 'exit');
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      await lines.next();
      const take = async (): Promise<string> => {
        child.stdin.write('go\n');
        return String((await lines.next()).value);
      };
      return { child, exited, take };
    }),
  );
}
