import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJson, type Decoder, fields, finite, integer, nullable, oneOf, text, truth } from '../decode.ts';
import { errorCode, namingFullDisk, writeDurably, writeSynced } from '../machine/write-durably.ts';
import type { ProcessIdentity } from '../machine/process-identity.ts';
import type { StopReason } from './how-it-ended.ts';

/** The files of an attempt's folder (images/runtime/PROTOCOL.md), and `stopped.json`, which is ours alone. */
export function filesOf(folder: string) {
  return {
    order: join(folder, 'order.json'),
    claim: join(folder, 'claim.json'),
    events: join(folder, 'events.jsonl'),
    output: join(folder, 'output.log'),
    stop: join(folder, 'stop.json'),
    stopped: join(folder, 'stopped.json'),
    links: join(folder, 'links.json'),
    work: join(folder, 'work'),
    saved: join(folder, 'saved'),
    cache: join(folder, 'cache'),
  } as const;
}

/** Who will ever run an attempt. `unreadable`: being written, or its writer died in that moment. */
export type Claim =
  | { readonly by: 'runtime'; readonly identity: ProcessIdentity; readonly at: number }
  | { readonly by: 'command' }
  | { readonly by: 'unreadable'; readonly at: number };

const claimed: Decoder<Claim> = (value, path) => {
  const { by } = fields({ v: oneOf(1), by: oneOf('runtime', 'command') })(value, path);
  if (by === 'command') return { by };
  return { by, identity: fields({ pid: integer(2), start: integer(0), boot: text() })(value, path), at: 0 };
};

/** The claim, or `null` when nobody has claimed. */
export async function readClaim(folder: string): Promise<Claim | null> {
  const { claim: path } = filesOf(folder);
  const json = await contentOf(path);
  if (json === null) return null;
  const at = (await stat(path)).mtimeMs;
  const decoded = decodeJson(claimed, json);
  if (!decoded.ok) return { by: 'unreadable', at };
  return decoded.value.by === 'runtime' ? { ...decoded.value, at } : decoded.value;
}

/** Makes sure that an unclaimed attempt never runs; says whether we came first. */
export async function revoke(folder: string): Promise<boolean> {
  const { claim } = filesOf(folder);
  await mkdir(folder, { recursive: true });
  try {
    await namingFullDisk(claim, () => writeSynced(claim, '{"v":1,"by":"command"}\n', 'wx'));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Asks the runtime to end the training with the epoch that it is in. */
export async function askToEndTraining(folder: string): Promise<void> {
  await writeDurably(filesOf(folder).stop, '{"v":1,"epoch":null}\n');
}

/** Keeps that it was us who ended the attempt, for whoever follows it. */
export async function markStopped(folder: string, why: StopReason): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeDurably(filesOf(folder).stopped, `${JSON.stringify({ v: 1, why })}\n`);
}

export async function readStopped(folder: string): Promise<StopReason | null> {
  const json = await contentOf(filesOf(folder).stopped);
  const decoded = decodeJson(fields({ v: oneOf(1), why: oneOf('stop', 'time-limit') }), json ?? '');
  return decoded.ok ? decoded.value.why : null;
}

/** The order's time limit in seconds; `null` when there is none, also where there is no order yet. */
export async function readLimit(folder: string): Promise<number | null> {
  const json = await contentOf(filesOf(folder).order);
  if (json === null) return null;
  const decoded = decodeJson(fields({ limits: fields({ seconds: nullable(finite) }) }), json);
  if (!decoded.ok) throw new Error(`${filesOf(folder).order}: ${decoded.problem}`);
  return decoded.value.limits.seconds;
}

/** Whether the order asks for the trained model, and so for what the script itself saved. */
export async function savesModel(folder: string): Promise<boolean> {
  const json = await contentOf(filesOf(folder).order);
  if (json === null) return false;
  const decoded = decodeJson(fields({ saveModel: truth }), json);
  if (!decoded.ok) throw new Error(`${filesOf(folder).order}: ${decoded.problem}`);
  return decoded.value.saveModel;
}

/** The last lines of the output, of a progress bar its last state; lossy, cut, and never much memory. */
export async function lastLinesOf(folder: string, most = 20): Promise<readonly string[]> {
  const tail = await tailOf(filesOf(folder).output, 64 * 1024);
  const lines = tail.replace(/\r+\n/g, '\n').replace(/\n$/, '').split('\n');
  const shown = lines.map((line) => line.slice(line.lastIndexOf('\r') + 1).slice(0, 500));
  return tail === '' ? [] : shown.slice(-most);
}

async function tailOf(path: string, bytes: number): Promise<string> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - bytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
