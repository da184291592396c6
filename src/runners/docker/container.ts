import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJson, fields, integer, oneOf, text, truth } from '../../decode.ts';
import { UserError } from '../../errors.ts';
import { docker, isUnreachable, lastLineOf, noEngine, type Said } from '../../machine/docker.ts';
import { currentBoot } from '../../machine/process-identity.ts';
import { errorCode, writeDurably } from '../../machine/write-durably.ts';

/** `container.json` of an attempt: written before its container is made, so that none is ever lost. */
export interface ContainerRecord {
  readonly name: string;
  readonly image: string;
  /** The boot of this machine in which it was started. */
  readonly boot: string;
}

const record = fields({ v: oneOf(1), name: text(200), image: text(300), boot: text(100) });

export async function noteContainer(folder: string, name: string, image: string): Promise<void> {
  await writeDurably(pathIn(folder), `${JSON.stringify({ v: 1, name, image, boot: currentBoot() })}\n`);
}

export async function readContainer(folder: string): Promise<ContainerRecord | null> {
  let json: string;
  try {
    json = await readFile(pathIn(folder), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const decoded = decodeJson(record, json);
  if (!decoded.ok) throw new Error(`${pathIn(folder)}: ${decoded.problem}`);
  return decoded.value;
}

function pathIn(folder: string): string {
  return join(folder, 'container.json');
}

/** What the engine knows of a container. `unknown`: it does not answer, and unknown is not dead. */
export type ContainerState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly said: Said }
  | { readonly kind: 'created' }
  | { readonly kind: 'running' }
  | { readonly kind: 'exited'; readonly code: number; readonly outOfMemory: boolean };

const state = fields({ Status: text(), ExitCode: integer(), OOMKilled: truth });

export async function stateOf(name: string): Promise<ContainerState> {
  const said = await docker(['container', 'inspect', '--format', '{{json .State}}', name]);
  if (said.code !== 0) {
    if (/No such container/i.test(said.err)) return { kind: 'absent' };
    return { kind: 'unknown', said };
  }
  const decoded = decodeJson(state, said.out);
  if (!decoded.ok) throw new Error(`docker inspect ${name}: ${decoded.problem}`);
  const { Status: status, ExitCode: code, OOMKilled: outOfMemory } = decoded.value;
  if (status === 'created') return { kind: 'created' };
  return status === 'exited' || status === 'dead' ? { kind: 'exited', code, outOfMemory } : { kind: 'running' };
}

/** Ends it: politely, then by force. Returns when it is over; harmless when there is none. */
export async function stopContainer(name: string, grace: number): Promise<void> {
  insist(await docker(['stop', '--time', String(Math.ceil(grace / 1000)), name]));
}

export async function removeContainer(name: string): Promise<void> {
  insist(await docker(['rm', '--force', '--volumes', name]));
}

function insist(said: Said): void {
  if (said.code === 0 || /No such container/i.test(said.err)) return;
  if (isUnreachable(said)) throw noEngine(said);
  throw new UserError('machine', 'engine-failed', `The Docker engine refuses: ${lastLineOf(said.err)}`);
}
