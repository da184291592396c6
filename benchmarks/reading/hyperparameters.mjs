// How well hyper-parameters are found: `node benchmarks/reading/hyperparameters.mjs FOLDER[,FOLDER…] [SET]`, where FOLDER
// holds the repositories of hyperparameters.json at their commits, as `OWNER+NAME/PATH`; nothing is fetched. Labels are
// `line:text` (in a notebook `cell/line:text`), made by reading the files before the finder saw them; `optional` places
// count neither way. Insertions and layers are counted apart. SET names one round of labelling.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/machine/fixtures/run-typescript.mjs';

const { findHyperparameters } = await import('../../src/hyperparameters/find.ts');
const { readSources } = await import('../../src/store/sources.ts');

const [folders = '.', set] = process.argv.slice(2);
const labels = JSON.parse(readFileSync(new URL('hyperparameters.json', import.meta.url), 'utf8'));
const totals = { files: 0, wanted: 0, found: 0, offered: 0, right: 0, added: 0 };

function placeOf({ place, text }) {
  const { cell, line } = place.start;
  return `${cell === undefined ? '' : `${cell}/`}${line}:${text}`;
}

for (const { repository, path, places, optional, ...label } of labels) {
  if (set !== undefined && label.set !== set) continue;
  const root = folders
    .split(',')
    .map((folder) => join(folder, repository.replace('/', '+')))
    .find((folder) => existsSync(join(folder, path)));
  if (root === undefined) {
    console.log(`missing: ${repository} ${path}`);
    continue;
  }
  const { script, siblings } = await readSources(join(root, path), [], null, root);
  const { found } = await findHyperparameters([script, ...siblings], { script: script.path });
  const own = found.filter((each) => each.path === script.path);
  const written = own.filter(({ form }) => form !== 'insertion' && form !== 'layer');
  const offered = new Set(written.map(placeOf));
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
