// Prints how well scripts are recognised: node benchmarks/reading/run.mjs DIR [all|odd|even] [--misses]
// DIR holds the labelled files as OWNER+NAME/PATH; nothing is fetched. Labels were written by reading the
// files before `detect` had seen them; `a|b` accepts either, null was not judged. Half of the files are
// looked at while improving (odd), the other half only measures (even).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/machine/fixtures/run-typescript.mjs';

const { detectProgram } = await import('../../src/program/detect.ts');
const { readSources } = await import('../../src/store/sources.ts');

const [folder, half = 'all', misses] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('node benchmarks/reading/run.mjs DIR [all|odd|even] [--misses]\n');
  process.exit(2);
}
const labels = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8'));
const mine = labels.filter((_, index) => half === 'all' || index % 2 === (half === 'odd' ? 1 : 0));

const asSet = (name) => name.split('+').sort().join('+');
const accepts = (label, found) => label.split('|').some((one) => asSet(one) === asSet(found));

const counts = { trains: [0, 0], framework: [0, 0], family: [0, 0] };
const wrong = [];
let absent = 0;
for (const { repository, path, ...label } of mine) {
  const root = join(folder, repository.replace('/', '+'));
  const file = join(root, path);
  if (!existsSync(file)) {
    absent += 1;
    continue;
  }
  const { script, siblings } = await readSources(file, [], null, root);
  const program = await detectProgram(script, siblings, () => 'present');
  const judge = (what, right) => {
    counts[what][1] += 1;
    counts[what][0] += Number(right);
    if (!right) wrong.push(`${what.padEnd(9)} ${label[what]} ≠ ${program[what]}  ${repository}/${path}`);
  };
  judge('trains', label.trains === program.trains);
  if (!label.trains) continue;
  if (label.framework !== null) judge('framework', accepts(label.framework, program.framework));
  if (label.family !== null) judge('family', accepts(label.family, program.family));
}
for (const [what, [right, all]] of Object.entries(counts))
  process.stdout.write(`${what.padEnd(10)} ${right} of ${all}  ${((100 * right) / Math.max(1, all)).toFixed(1)} %\n`);
if (absent > 0) process.stdout.write(`${absent} files are not in ${folder}\n`);
if (misses === '--misses') process.stdout.write(`${wrong.join('\n')}\n`);
