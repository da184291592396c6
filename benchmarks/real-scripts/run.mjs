// Seconds and trials from a missed target to a reached one, on ordinary scripts, side by side with an Optuna study of the
// same script and with the classic way:
//
//     npm run benchmark:real-scripts -- --data DIR --python VENV/bin/python [--only svc] [--seeds 2] [--keep FILE]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cli, median, printTable } from '../measure.mjs';
import { readingOf, scriptsLike } from './corpus.mjs';
import { classic, keep, optuna, study } from './others.mjs';
import { retune } from './ours.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    python: { type: 'string', default: 'benchmarks/search/.venv/bin/python' },
    rivals: { type: 'string', default: 'optuna-tpe,optuna-gp,classic' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '2' },
    cap: { type: 'string', default: '40' },
    /** Seconds for one study of others after its first miss. */
    seconds: { type: 'string', default: '240' },
    pytorch: { type: 'string', default: process.env.RETUNE_PYTORCH ?? 'cpu' },
    /** Another build of the product, to compare with. */
    cli: { type: 'string', default: cli },
    keep: { type: 'string', default: '' },
    /** Measures nothing: the table of a file that was kept. */
    from: { type: 'string', default: '' },
  },
});
const [cap, seconds, seeds] = [options.cap, options.seconds, options.seeds].map(Number);
const rivals = options.rivals.split(',').filter((name) => name !== '');
const results = options.from === '' ? [] : JSON.parse(readFileSync(options.from, 'utf8'));

const scripts = options.from === '' ? options.only.split(',').flatMap((only) => scriptsLike(only, options.data)) : [];
for (const script of scripts) {
  if (script.missing) {
    console.error(`${script.name}: its data is not in --data`);
    continue;
  }
  const reading = readingOf(script);
  for (let seed = 1; seed <= seeds; seed += 1) {
    // In turn, so that whatever slows the machine slows them all.
    await measured(script, seed, 'retune', () =>
      retune(script, { seed, cap, pytorch: options.pytorch, cli: options.cli }),
    );
    for (const name of rivals)
      await measured(script, seed, name, () =>
        study(playerOf(name, script, reading), script, reading, { seed, cap, seconds }),
      );
  }
}
report();

function playerOf(name, script, { places }) {
  return name === 'classic' ? classic(script, places) : optuna(name, options.python);
}

async function measured(script, seed, player, run) {
  const result = { script: script.name, seed, player, ...(await run()) };
  results.push(result);
  const { reached, trials, toTarget, whole, training } = result;
  console.error(
    `${script.name} ${player} ${seed}: ${reached ? '' : 'NOT '}reached after ${trials} trials, ${toTarget.toFixed(1)} s (training ${training.toFixed(1)}), whole ${whole.toFixed(1)} s`,
  );
  if (options.keep !== '') keep(options.keep, results);
}

function report() {
  const names = [...new Set(results.map(({ script }) => script))];
  const lines = names.map((script) => ({ script, ...ratiosOf(script) }));
  const cell = ({ toTarget, trials, reached, of }) =>
    `${toTarget.toFixed(1)} s, ${trials}${reached < of ? ` (${reached}/${of})` : ''}`;
  printTable(
    ['script', 'retune', ...rivals, 'to target', 'whole'],
    lines.map(({ script, byPlayer, toTarget, whole }) => [
      script,
      ...['retune', ...rivals].map((player) => cell(byPlayer.get(player))),
      toTarget.toFixed(2),
      whole.toFixed(2),
    ]),
  );
  for (const measure of ['toTarget', 'whole']) {
    const ratios = lines.map((line) => line[measure]);
    console.log(
      `\n${measure}: median ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)} of the better Optuna`,
    );
  }
}

/** Medians over the seeds. Beside studies that reach the target, one that missed does not count; among such, the longest. */
function ratiosOf(script) {
  const byPlayer = new Map(
    ['retune', ...rivals].map((player) => {
      const own = results.filter((one) => one.script === script && one.player === player);
      const middle = (key) => median(own.map((one) => one[key]));
      const reached = own.filter((one) => one.reached).length;
      return [
        player,
        { toTarget: middle('toTarget'), whole: middle('whole'), trials: middle('trials'), reached, of: own.length },
      ];
    }),
  );
  const others = rivals.filter((name) => name !== 'classic').map((name) => byPlayer.get(name));
  const there = others.filter(({ reached, of }) => 2 * reached > of);
  const best = (key) =>
    there.length > 0 ? Math.min(...there.map((one) => one[key])) : Math.max(...others.map((one) => one[key]));
  const { toTarget, whole } = byPlayer.get('retune');
  return { byPlayer, toTarget: toTarget / best('toTarget'), whole: whole / best('whole') };
}
