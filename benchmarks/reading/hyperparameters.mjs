// How well hyper-parameters are found: `node benchmarks/reading/hyperparameters.mjs FOLDER`, where FOLDER holds the
// repositories of hyperparameters.json at their commits, as `owner+name/path`. Labels are `line:text`, made by reading
// the files before the finder saw them; `optional` places count neither way. Insertions and layers are counted apart.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const root = new URL('../..', import.meta.url).pathname;
const labels = JSON.parse(readFileSync(new URL('hyperparameters.json', import.meta.url), 'utf8'));
const totals = { files: 0, wanted: 0, found: 0, offered: 0, right: 0, added: 0 };

for (const { repository, path, places, optional } of labels) {
  const file = join(folder, repository.replace('/', '+'), path);
  if (!existsSync(file)) {
    console.log(`missing: ${file}`);
    continue;
  }
  const json = execFileSync('node', [join(root, 'dist/cli.js'), 'detect', file, '--json'], { encoding: 'utf8' });
  const [{ hyperparameters }] = JSON.parse(json);
  const own = hyperparameters.filter((each) => file.endsWith(each.path) || each.path === path);
  const written = own.filter(({ form }) => form !== 'insertion' && form !== 'layer');
  const offered = new Set(written.map(({ line, value }) => `${line}:${value}`));
  const missed = places.filter((place) => !offered.has(place));
  const wrong = [...offered].filter((place) => !places.includes(place) && !optional.includes(place));
  totals.files += 1;
  totals.wanted += places.length;
  totals.found += places.length - missed.length;
  totals.offered += [...offered].filter((place) => !optional.includes(place)).length;
  totals.right += [...offered].filter((place) => places.includes(place)).length;
  totals.added += own.length - written.length;
  if (missed.length + wrong.length > 0)
    console.log(`${repository} ${path}\n  missed ${missed.join(' ') || 'none'}\n  wrong  ${wrong.join(' ') || 'none'}`);
}
const share = (part, whole) => `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
console.log(`files ${totals.files}`);
console.log(`recall ${share(totals.found, totals.wanted)}`);
console.log(`precision ${share(totals.right, totals.offered)}`);
console.log(`insertions and layers offered beside: ${totals.added}`);
