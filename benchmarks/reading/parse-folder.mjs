// Reads every Python file and notebook of a folder: node benchmarks/reading/parse-folder.mjs DIR [MOST]
// Prints how many are read, how many are refused and why, crashes with their path, and the slowest file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import '../../src/machine/fixtures/run-typescript.mjs';

const { detectProgram } = await import('../../src/program/detect.ts');

const [folder, most = '5000'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('node benchmarks/reading/parse-folder.mjs DIR [MOST]\n');
  process.exit(2);
}
const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(py|ipynb)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
// Evenly over the folder, so that no package has all the places.
const step = Math.max(1, all.length / Number(most));
const files = Array.from({ length: Math.min(all.length, Number(most)) }, (_, index) => all[Math.floor(index * step)]);

const refused = new Map();
const crashed = [];
let slowest = { seconds: 0, path: '' };
for (const path of files) {
  const started = performance.now();
  try {
    const program = await detectProgram({ path, text: readFileSync(path, 'utf8') }, [], () => 'present');
    const code = program.refused?.code;
    if (['syntax-error', 'not-python', 'too-large'].includes(code)) refused.set(code, (refused.get(code) ?? 0) + 1);
  } catch (error) {
    crashed.push(`${path}: ${String(error)}`);
  }
  const seconds = (performance.now() - started) / 1000;
  if (seconds > slowest.seconds) slowest = { seconds, path };
}
const unread = [...refused.values()].reduce((sum, count) => sum + count, 0);
const read = files.length - unread - crashed.length;
process.stdout.write(
  `${files.length} files: ${read} read (${((100 * read) / files.length).toFixed(2)} %), ${unread} refused ${JSON.stringify(Object.fromEntries(refused))}, ${crashed.length} crashed\n` +
    `slowest ${slowest.seconds.toFixed(1)} s: ${slowest.path}\n${crashed.join('\n')}\n`,
);
if (crashed.length > 0) process.exitCode = 1;
