// What the benchmarks of speed share. They measure ratios within one run, because machines differ.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const cli = `${root}dist/cli.js`;

/** Seconds that a Node process takes from start to end. */
export function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

/** Seconds of an empty Node process: the unit of the ratios. */
export function nodeStart() {
  return timed(['--eval', '0']);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows as a Markdown table. */
export function printTable(header, rows) {
  for (const row of [header, header.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

/**
 * Measures until the goal holds, three times at most: noise only ever makes things slower. With `--check` the
 * exit code says whether it held.
 */
export async function hold(measure) {
  for (let round = 1; round <= 3; round += 1) {
    if (await measure()) return;
    console.log(`\nThe goal was missed in measurement ${round} of 3.`);
  }
  if (process.argv.includes('--check')) process.exitCode = 1;
}
