import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import { noEngine } from '../../machine/docker.ts';
import { currentBoot } from '../../machine/process-identity.ts';
import { readClaim, revoke } from '../attempt-files.ts';
import type { Body, Sight } from '../follow-attempt.ts';
import type { Exit } from '../how-it-ended.ts';
import { type ContainerRecord, type ContainerState, readContainer, stateOf, stopContainer } from './container.ts';

/** An attempt as a container, whoever started it; `grace` in milliseconds. Disposing of it ends only our looking. */
export function dockerBody(folder: string, grace: number): Body & Disposable {
  let record: ContainerRecord | null = null;
  // While it waits, the container runs: so the engine is asked twice in an attempt's life, not twenty times a second.
  let waiting: { readonly child: ChildProcess; readonly over: Promise<void> } | null = null;
  return {
    async look() {
      record ??= await readContainer(folder);
      if (waiting !== null) return await alive(folder);
      const state: ContainerState = record === null ? { kind: 'absent' } : await stateOf(record.name);
      switch (state.kind) {
        case 'running':
          waiting = waitFor(record?.name ?? '');
          void waiting.over.then(() => {
            waiting = null;
          });
          return await alive(folder);
        case 'unknown':
          await insistOnHeartbeat(folder, state);
          return await alive(folder);
        case 'absent':
        case 'created':
          return await withoutProcess(folder, record);
        case 'exited':
          return await over(folder, record, exitOf(state));
      }
    },
    async end() {
      if (record !== null) await stopContainer(record.name, grace);
    },
    get over() {
      return waiting?.over ?? null;
    },
    broken: (code) =>
      new UserError(
        'machine',
        'container-failed',
        `The container ended with exit code ${code} before it could train.`,
        {
          help: `Does this machine's Docker see ${folder}? \`retune doctor\` checks whether a mount reaches a container.`,
        },
      ),
    [Symbol.dispose]: () => {
      waiting?.child.kill();
    },
  };
}

async function alive(folder: string): Promise<Sight> {
  const claim = await readClaim(folder);
  return { kind: 'alive', since: claim?.by === 'runtime' ? claim.at : null };
}

/** No container, or one that was not started: it may be about to be, by a command that lives or died. */
async function withoutProcess(folder: string, record: ContainerRecord | null): Promise<Sight> {
  const claim = await readClaim(folder);
  if (claim === null && (await revoke(folder))) return { kind: 'never', exit: null };
  if (claim?.by === 'command') return { kind: 'never', exit: null };
  const exit = { code: null, signal: null, cause: 'its container is gone; who removed it is not known' };
  return { kind: 'dead', exit, rebooted: rebootedSince(record) };
}

async function over(folder: string, record: ContainerRecord | null, exit: Exit): Promise<Sight> {
  const claim = await readClaim(folder);
  if (claim === null) await revoke(folder);
  return claim === null || claim.by === 'command'
    ? { kind: 'never', exit }
    : { kind: 'dead', exit, rebooted: rebootedSince(record) };
}

function rebootedSince(record: ContainerRecord | null): boolean {
  return record !== null && record.boot !== currentBoot();
}

/** `128 + n` is how the container's first process tells of a signal. */
export function exitOf({ code, outOfMemory }: { readonly code: number; readonly outOfMemory: boolean }): Exit {
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  const exit: Exit = signal === undefined ? { code, signal: null } : { code: null, signal };
  if (!outOfMemory || code === 0) return exit;
  return { ...exit, cause: 'out of memory: it was killed (SIGKILL) at its limit; give it more with --memory' };
}

function waitFor(name: string): { readonly child: ChildProcess; readonly over: Promise<void> } {
  const child = spawn('docker', ['wait', name], { stdio: 'ignore' });
  child.unref();
  return { child, over: Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => undefined) };
}

/** While the engine is silent the attempt's own heart tells; when both are silent, nothing is known any more. */
async function insistOnHeartbeat(
  folder: string,
  { said }: Extract<ContainerState, { kind: 'unknown' }>,
): Promise<void> {
  const beat = await stat(join(folder, 'alive.json')).catch(() => null);
  if (beat === null || Date.now() - beat.mtimeMs > mostSilence) throw noEngine(said);
  await pause(1000);
}

const mostSilence = 30_000;
