import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { errorCode } from '../machine/write-durably.ts';

/** What NVIDIA's driver tells of this machine's GPUs. */
export type Gpus =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly names: readonly string[] }
  /** There is a driver, and it does not answer. */
  | { readonly kind: 'broken'; readonly why: string };

const longest = 10_000;

/** `smi`: the driver's own tool. */
export async function lookAtGpus(smi = 'nvidia-smi'): Promise<Gpus> {
  try {
    const asked = ['--query-gpu=name', '--format=csv,noheader'];
    const { stdout } = await promisify(execFile)(smi, asked, { timeout: longest });
    const names = stdout.split('\n').filter((line) => line.trim() !== '');
    return names.length === 0 ? { kind: 'none' } : { kind: 'found', names: names.map((name) => name.trim()) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'none' };
    const { stdout } = Object(error) as { readonly stdout?: unknown };
    const [first = ''] = typeof stdout === 'string' ? stdout.trim().split('\n') : [];
    return { kind: 'broken', why: first === '' ? 'it does not answer' : first };
  }
}
