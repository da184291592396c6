// Whether winners hold: each script is tuned to its target, its diff applied, and trained again with five seeds that no part of
// the study has seen. Scripts in whose training nothing is random are left out: they tell the same again.
//
//     npm run benchmark:hold -- --data DIR [--only torch] [--seeds 2] [--pytorch default]
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { cli } from '../measure.mjs';
import { home, scriptsLike } from './corpus.mjs';

const freshSeeds = 5;
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1' },
    pytorch: { type: 'string', default: process.env.RETUNE_PYTORCH ?? 'cpu' },
  },
});

const winners = [];
for (const script of options.only.split(',').flatMap((only) => scriptsLike(only, options.data)))
  for (let seed = 1; seed <= Number(options.seeds) && !script.missing; seed += 1) {
    const told = await winnerOf(script, seed);
    if (told !== null) winners.push({ script: `${script.name}, seed ${seed}`, target: script.target, ...told });
    if (told !== null) console.error(rowOf(winners.at(-1)));
  }
console.log(
  '| script | target | proof | five fresh seeds | their mean | holds |\n| --- | --- | --- | --- | --- | --- |',
);
for (const winner of winners) console.log(rowOf(winner));
const held = winners.filter(({ holds }) => holds).length;
console.log(`\n${held} of ${winners.length} winners hold on average over ${freshSeeds} fresh seeds.`);

/** @returns what the winner told in its proof and afterwards; `null`: not reached, or nothing in it is random. */
async function winnerOf({ path, target, metric, data }, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'retune-hold-'));
  try {
    const own = join(folder, 'project', basename(path));
    mkdirSync(join(folder, 'project'));
    copyFileSync(path, own);
    const found = await study(join(folder, 'first'), own, ['--seed', `${seed}`, '--apply'], { target, metric, data });
    if (found.verdict !== 'reached' || found.confirmation.values.length < 2) return null;
    const again = ['--seed', `${1000 + seed}`, '--trials', '1', '--repeats', `${freshSeeds + 1}`];
    const { journal } = await study(join(folder, 'second'), own, again, { target, metric, data });
    // A close call is repeated more often; these count the same for everybody.
    const fresh = freshValues(journal, metric).slice(0, freshSeeds);
    const mean = fresh.reduce((sum, value) => sum + value, 0) / fresh.length;
    return { proof: found.confirmation.values, fresh, mean, holds: fresh.length === freshSeeds && reaches(mean) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function reaches(value) {
    return ['rmse', 'mse', 'mae', 'loss'].includes(metric) ? value <= target : value >= target;
  }
}

async function study(place, script, more, { target, metric, data }) {
  mkdirSync(place);
  symlinkSync(join(home, 'environments'), join(place, 'environments'));
  const asked = ['run', script, '--target', `${target}`, '--metric', metric, '--home', place, '--json', ...more];
  const given = data === null ? [] : ['--data', data];
  const child = spawn(process.execPath, [cli, ...asked, '--pytorch', options.pytorch, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (part) => (texts.out += part));
  child.stderr.on('data', (part) => (texts.err += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 && code !== 3) throw new Error(`run ended with ${code} for ${script}:\n${texts.err}`);
  const [name] = readdirSync(join(place, 'studies'));
  const lines = readFileSync(join(place, 'studies', name, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return {
    ...JSON.parse(texts.out),
    journal: lines.map((line) => JSON.parse(line).event ?? JSON.parse(line).record.event),
  };
}

/** What the applied script told when its training was seeded anew. */
function freshValues(journal, metric) {
  const seeded = journal.filter(({ kind, trial, seed }) => kind === 'attempt-started' && trial === 0 && seed !== null);
  return seeded.flatMap(({ attempt }) => {
    const ended = journal.find(
      (event) => event.kind === 'attempt-ended' && event.trial === 0 && event.attempt === attempt,
    );
    const told = (ended?.observations ?? []).filter(({ name, split }) => name === metric && split !== 'train');
    const final = told.filter(({ epoch }) => epoch === null);
    const value = (final.length > 0 ? final : told).at(-1)?.value;
    return value === undefined ? [] : [value];
  });
}

function rowOf({ script, target, proof, fresh, mean, holds }) {
  const shown = (values) => values.map((value) => value.toFixed(4)).join(', ');
  return `| ${script} | ${target} | ${shown(proof)} | ${shown(fresh)} | ${mean.toFixed(4)} | ${holds ? 'yes' : 'NO'} |`;
}
