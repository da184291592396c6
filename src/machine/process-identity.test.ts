import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { currentBoot, identify, isAlive, processesOf } from './process-identity.ts';

const nobody = 'RETUNE_ATTEMPT=nobody';

test('we are alive; a number that nobody has is not', () => {
  const own = identify(process.pid)!;
  expect(own).toMatchObject({ pid: process.pid, boot: currentBoot() });
  expect(isAlive(own)).toBe(true);
  expect(identify(4_000_000)).toBeNull();
});

test('another start or another boot is another process', () => {
  const own = identify(process.pid)!;
  expect(isAlive({ ...own, start: own.start + 1 })).toBe(false);
  expect(isAlive({ ...own, boot: 'earlier' })).toBe(false);
  expect(isAlive({ ...own, start: 0 })).toBe(true);
});

test('one that only waits to be buried is dead', async () => {
  // The shell starts a child that ends, and then becomes a program that never asks for it.
  const shell = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(shell.stdout, 'data')) as [Buffer];
  const zombie = Number(line.toString());
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(spawnSync('ps', ['-o', 'stat=', '-p', String(zombie)], { encoding: 'utf8' }).stdout).toMatch(/^Z/);
  expect(identify(zombie)).toBeNull();
  shell.kill('SIGKILL');
  await once(shell, 'exit');
});

test('a session and what carries its mark belong together, also when the leader is gone', async () => {
  const script = 'sleep 60 & setsid sleep 60 & sleep 0.3; exit 0';
  const env = { ...process.env, RETUNE_ATTEMPT: 'a (b) c' };
  const leader = spawn('sh', ['-c', script], { detached: true, stdio: 'ignore', env });
  const identity = identify(leader.pid!)!;
  await once(leader, 'exit');
  expect(processesOf(identity, nobody)).toHaveLength(1);
  const left = processesOf(identity, 'RETUNE_ATTEMPT=a (b) c');
  expect(left).toHaveLength(2);
  expect(processesOf({ ...identity, boot: 'earlier' }, 'RETUNE_ATTEMPT=a (b) c')).toEqual([]);
  for (const pid of left) process.kill(pid, 'SIGKILL');
});

test('a stranger under the number of the leader has no part in it', async () => {
  const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const identity = identify(stranger.pid!)!;
  expect(processesOf(identity, nobody)).toEqual([stranger.pid]);
  expect(processesOf({ ...identity, start: identity.start - 1 }, nobody)).toEqual([]);
  stranger.kill('SIGKILL');
  await once(stranger, 'exit');
});
