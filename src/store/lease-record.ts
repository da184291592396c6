import { readFile, stat } from 'node:fs/promises';
import { decodeJson, fields, integer, list, nullable, oneOf, text } from '../decode.ts';
import { UserError } from '../errors.ts';
import { currentBoot, currentHost, isAlive } from '../machine/process-identity.ts';
import { errorCode } from '../machine/write-durably.ts';

/** Who holds a study, as `lease.json` says. */
export interface Holder {
  readonly pid: number;
  readonly start: number;
  readonly boot: string;
  readonly host: string;
  readonly namespace: string;
  readonly command: readonly string[];
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export interface LeaseRecord {
  readonly v: 1;
  readonly study: string;
  readonly fence: number;
  /** `null` after a release: the file stays, so that the fence never goes back. */
  readonly holder: Holder | null;
}

/** Seconds between two heartbeats of a holder. */
export const heartbeat = 5;

/** What can be seen of a study's holder from here. */
export type Holding =
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly holder: Holder }
  /** By another machine or container, of whose processes nothing can be said. */
  | { readonly kind: 'elsewhere'; readonly holder: Holder; readonly silent: number }
  /** Its process is gone without giving the study back. `silent`: seconds since its last heartbeat. */
  | { readonly kind: 'orphaned'; readonly holder: Holder; readonly silent: number; readonly rebooted: boolean };

/** Whether somebody has it of whom we must believe that they live. */
export function isInUse({ kind }: Holding): boolean {
  return kind === 'held' || kind === 'elsewhere';
}

export async function holdingOf(file: string): Promise<Holding> {
  const holder = (await readLease(file))?.holder ?? null;
  if (holder === null) return { kind: 'free' };
  const silent = (Date.now() - (await stat(file)).mtimeMs) / 1000;
  if (isElsewhere(holder)) return { kind: 'elsewhere', holder, silent };
  if (!isGone(holder)) return { kind: 'held', holder };
  return { kind: 'orphaned', holder, silent, rebooted: holder.boot !== currentBoot() };
}

/** Who holds a study now; `null` when nobody living does. */
export async function holderOf(file: string): Promise<Holder | null> {
  const holder = (await readLease(file))?.holder ?? null;
  return holder === null || isGone(holder) ? null : holder;
}

/** Unknown is not dead: of another machine or container we cannot say. */
export function isGone(holder: Holder): boolean {
  return !isElsewhere(holder) && !isAlive(holder);
}

function isElsewhere(holder: Holder): boolean {
  const here = currentHost();
  return holder.host !== here.host || holder.namespace !== here.namespace;
}

const leaseDecoder = fields({
  v: oneOf(1),
  study: text(),
  fence: integer(1),
  holder: nullable(
    fields({
      pid: integer(1),
      start: integer(0),
      boot: text(),
      host: text(),
      namespace: text(),
      command: list(text(100_000)),
      since: integer(0),
    }),
  ),
});

export async function readLease(path: string): Promise<LeaseRecord | null> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const decoded = decodeJson(leaseDecoder, json);
  if (decoded.ok) return decoded.value;
  throw new UserError('machine', 'lease-damaged', `A study's lease cannot be read: ${decoded.problem}.`, {
    help: 'When no other command runs this study, delete the file.',
    place: { file: path },
  });
}

export function textOf(lease: LeaseRecord): string {
  return `${JSON.stringify(lease)}\n`;
}
