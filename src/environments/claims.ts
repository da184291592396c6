import { createHash, randomInt, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { currentHost, identify, isAlive } from '../machine/process-identity.ts';
import type { ProcessIdentity } from '../machine/process-identity.ts';

/** The right to change one environment's folder, until disposed. */
export interface Claim extends AsyncDisposable {
  /** Ties an installer to the claim, so that it is ended should we die before it. */
  readonly cover: (pid: number) => void;
}

/**
 * Waits until nobody else makes or removes the environment, then keeps others out.
 *
 * Who wants it creates a file whose name says who they are, and then looks whether there is another of a
 * living process: if so they withdraw and wait. Of two, the one who created later always sees the other.
 * No name is ever used twice, so a dead one's file can be removed by anyone.
 */
export async function claim(home: string, hash: string, waiting: (pid: number) => void): Promise<Claim> {
  for (;;) {
    const other = await tryClaim(home, hash);
    if (typeof other !== 'number') return other;
    waiting(other);
    // Unequal waits, so that two who withdrew before each other do not meet again for long.
    await pause(randomInt(100, 300));
  }
}

/** The claim, or the process that has it. */
export async function tryClaim(home: string, hash: string): Promise<Claim | number> {
  const folder = join(home, 'environments', 'claims');
  await mkdir(folder, { recursive: true });
  const mine = nameOf(hash, 'command', identify(process.pid) ?? { pid: process.pid, start: 0, boot: '' });
  await writeFile(join(folder, mine), '', { flag: 'wx' });
  const withdraw = (): Promise<void> => rm(join(folder, mine), { force: true });
  const others = (await claimsIn(folder, hash)).filter(({ name }) => name !== mine);
  const living = others.find(({ role, isHere, isGone }) => !(isHere && role === 'installer') && !isGone());
  if (living !== undefined) {
    await withdraw();
    return living.identity.pid;
  }
  // Nobody waits for the installer of a command that died; it would write into what we are about to make.
  for (const one of others) await end(one, folder);
  const covered: string[] = [];
  return {
    cover: (pid) => {
      const identity = identify(pid);
      if (identity === null) return;
      const name = nameOf(hash, 'installer', identity);
      covered.push(name);
      writeFileSync(join(folder, name), '', { flag: 'wx' });
    },
    async [Symbol.asyncDispose]() {
      for (const name of covered) await rm(join(folder, name), { force: true });
      await withdraw();
    },
  };
}

interface Seen {
  readonly name: string;
  readonly role: string;
  readonly identity: ProcessIdentity;
  readonly isHere: boolean;
  readonly isGone: () => boolean;
}

function nameOf(hash: string, role: 'command' | 'installer', { pid, start, boot }: ProcessIdentity): string {
  return [hash, role, pid, start, boot, here(), randomUUID()].join('.');
}

async function claimsIn(folder: string, hash: string): Promise<Seen[]> {
  return (await readdir(folder)).flatMap((name) => {
    const [of, role, pid, start, boot, where] = name.split('.');
    if (of !== hash || role === undefined || boot === undefined) return [];
    const identity = { pid: Number(pid), start: Number(start), boot };
    const isHere = where === here();
    // Of another machine or container we cannot say: unknown is not dead.
    return [{ name, role, identity, isHere, isGone: () => isHere && !isAlive(identity) }];
  });
}

async function end({ name, identity, isGone }: Seen, folder: string): Promise<void> {
  if (!isGone()) kill(identity.pid);
  while (!isGone()) await pause(20);
  await rm(join(folder, name), { force: true });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in this moment.
  }
}

function here(): string {
  const { host, namespace } = currentHost();
  return createHash('sha256').update(`${host} ${namespace}`).digest('hex').slice(0, 12);
}
