import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who a process is, beyond a number that will be given to another one later: `start` is in clock ticks
 * since boot, 0 where there is no `/proc`; `boot` names the boot of this machine, empty where unknown.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly start: number;
  readonly boot: string;
}

/** This boot of this machine; empty where the system does not tell. */
export function currentBoot(): string {
  return contentOf('/proc/sys/kernel/random/boot_id').trim();
}

/** Where a pid means something: the machine's name, and the container's own numbering if there is one. */
export function currentHost(): { readonly host: string; readonly namespace: string } {
  try {
    return { host: hostname(), namespace: readlinkSync('/proc/self/ns/pid') };
  } catch {
    return { host: hostname(), namespace: '' };
  }
}

/** The living process of that number, or `null`. */
export function identify(pid: number): ProcessIdentity | null {
  const seen = look(pid);
  return seen === null ? null : { pid, start: seen.start, boot: currentBoot() };
}

/** Whether exactly this process still runs; one that waits to be buried does not. */
export function isAlive({ pid, start, boot }: ProcessIdentity): boolean {
  if (boot !== currentBoot()) return false;
  const seen = look(pid);
  return seen !== null && (seen.start === start || seen.start === 0 || start === 0);
}

/**
 * The living processes that belong to a session leader, which may itself be gone: its session and
 * group, and whatever carries `mark` (`NAME=value`) in the environment that it was started with.
 */
export function processesOf(leader: ProcessIdentity, mark: string): readonly number[] {
  if (leader.boot !== currentBoot()) return [];
  const all = lookAround();
  const leading = all.get(leader.pid);
  // A number is not given away while its session has members: a stranger under it means that all are gone.
  const taken = leading !== undefined && leader.start !== 0 && leading.start !== leader.start;
  const belongs = ([pid, seen]: readonly [number, Seen]): boolean =>
    (!taken && (seen.session === leader.pid || seen.group === leader.pid)) ||
    contentOf(`/proc/${pid}/environ`).split('\0').includes(mark);
  return [...all].filter((one) => one[0] !== process.pid && belongs(one)).map(([pid]) => pid);
}

interface Seen {
  readonly start: number;
  readonly group: number;
  readonly session: number;
}

function look(pid: number): Seen | null {
  return hasProc ? lookInProc(pid) : (ps('-p', String(pid)).get(pid) ?? null);
}

function lookAround(): ReadonlyMap<number, Seen> {
  if (!hasProc) return ps('-ax');
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return new Map(pids.flatMap((pid) => [lookInProc(pid)].filter((seen) => seen !== null).map((seen) => [pid, seen])));
}

function lookInProc(pid: number): Seen | null {
  const stat = contentOf(`/proc/${pid}/stat`);
  if (stat === '') return null;
  // The second field is the name in parentheses and may hold anything, also spaces and parentheses.
  const [state = '', , group, session, ...more] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 'ZX'.includes(state) ? null : { start: Number(more[15]), group: Number(group), session: Number(session) };
}

/** Where there is no `/proc` (macOS): best effort, without start times and sessions. */
function ps(...selection: readonly string[]): ReadonlyMap<number, Seen> {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,pgid=,stat=', ...selection], { encoding: 'utf8' });
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/));
  const living = rows.filter(([pid, , state]) => pid !== '' && state !== undefined && !state.startsWith('Z'));
  return new Map(
    living.map(([pid, group]) => [Number(pid), { start: 0, group: Number(group), session: Number(group) }]),
  );
}

const hasProc = contentOf('/proc/self/stat') !== '';

/** Empty when it cannot be read: gone, or not ours to see. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
