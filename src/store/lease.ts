import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { currentHost, identify } from '../machine/process-identity.ts';
import { errorCode, namingFullDisk, syncFolder, writeDurably, writeSynced } from '../machine/write-durably.ts';
import { heartbeat, type Holder, isGone, type LeaseRecord, readLease, textOf } from './lease-record.ts';

/** The right to run a study. `fence` grows with each new holder, so that a late one can be told apart. */
export interface Lease {
  readonly fence: number;
  release(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Takes the lease of a study, also from a holder that is dead; refuses while one lives.
 *
 * The taker of fence n creates `lease.json.n`, which only one can, and renames it over `lease.json`. One
 * who finds after creating it that `lease.json` is already at n came too late and goes back.
 */
export async function takeLease(
  file: string,
  { study }: { readonly study: string },
  beatEvery = heartbeat,
): Promise<Lease> {
  await mkdir(dirname(file), { recursive: true });
  const holder = ourselves();
  for (let current = await readLease(file); ;) {
    if (current?.holder != null && !isGone(current.holder)) throw held(file, study, current.holder);
    const mine: LeaseRecord = { v: 1, study, fence: (current?.fence ?? 0) + 1, holder };
    const candidate = `${file}.${mine.fence}`;
    if (!(await createWhole(candidate, mine))) {
      // Someone is taking this fence: alive, it holds the study; dead, the next fence is free.
      current = (await readLease(candidate)) ?? (await readLease(file));
      continue;
    }
    const newest = await readLease(file);
    if (newest !== null && newest.fence >= mine.fence) {
      await rm(candidate, { force: true });
      current = newest;
      continue;
    }
    await rename(candidate, file);
    await rm(`${file}.${mine.fence - 1}`, { force: true });
    await syncFolder(dirname(file));
    return leaseOf(file, mine, beatEvery);
  }
}

function leaseOf(file: string, mine: LeaseRecord, beatEvery: number): Lease {
  let released: Promise<void> | undefined;
  const beats = setInterval(() => void beat(file), beatEvery * 1000);
  beats.unref();
  const release = (): Promise<void> =>
    (released ??= (async () => {
      clearInterval(beats);
      const current = await readLease(file);
      if (current?.fence === mine.fence) await writeDurably(file, textOf({ ...mine, holder: null }));
    })());
  return { fence: mine.fence, release, [Symbol.asyncDispose]: release };
}

/** The heartbeat is the file's time: a second witness, beside the process, of whether the holder lives. */
async function beat(file: string): Promise<void> {
  const now = new Date();
  // One that cannot be written (a full disk, a removed study) is missed, not fatal.
  await utimes(file, now, now).catch(() => undefined);
}

function ourselves(): Holder {
  const identity = identify(process.pid) ?? { pid: process.pid, start: 0, boot: '' };
  return { ...identity, ...currentHost(), command: process.argv.slice(1, 51), since: Date.now() };
}

/** Creates a file with its whole content, or says that it is there already. */
async function createWhole(path: string, lease: LeaseRecord): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  return await namingFullDisk(path, async () => {
    try {
      await writeSynced(draft, textOf(lease), 'wx');
      await link(draft, path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  });
}

function held(file: string, study: string, holder: Holder): UserError {
  const { pid, host, since } = holder;
  const here = currentHost();
  const elsewhere = host !== here.host || holder.namespace !== here.namespace;
  const where = elsewhere ? ` on ${host}${host === here.host ? ' in another container' : ''}` : '';
  const command = holder.command.join(' ').slice(0, 200);
  const ours = !elsewhere && pid === process.pid;
  return new UserError(
    'machine',
    'study-held',
    `Study ${study} is held by ${ours ? 'this very process' : `process ${pid}`}${where} since ${new Date(since).toISOString()}: ${command}`,
    {
      help: elsewhere
        ? `Whether it still runs cannot be seen from here. When it surely does not, delete ${file}.`
        : `Wait for it, or end it (kill ${pid}) and run this again: nothing that is finished will be repeated.`,
    },
  );
}
