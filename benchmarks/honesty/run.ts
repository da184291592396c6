// How honest "reached" is, on simulated trainings whose true quality is known:
//
//     npm run benchmark:honesty [-- --studies 400 --trials 20 --json]
//
// The decisions are the product's own (`study/decide.ts`); σ is the standard deviation from seed to seed.
import { parseArgs } from 'node:util';
import { gaussianProcess } from '../../src/search/gaussian-process/gaussian-process.ts';
import type { Optimiser } from '../../src/search/optimiser.ts';
import { quasiRandom } from '../../src/search/quasi-random.ts';
import type { Point } from '../../src/search/space.ts';
import { play } from './play.ts';
import type { Played } from './play.ts';
import { justInReach, onSmallTestSet, outOfReach } from './world.ts';
import type { World } from './world.ts';

const { values: given } = parseArgs({
  options: {
    studies: { type: 'string', default: '400' },
    trials: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const studies = Number(given.studies);
const trials = Number(given.trials);

/** Searches without a model, as thousands of suggestions are asked for; undoes with it, as the product does. */
const optimiser: Optimiser = { ...gaussianProcess, suggest: (question) => quasiRandom.suggest(question) };

type Judged = Played & { readonly world: World };

function playAll(worldOf: (seed: number) => World, stage: 'winner' | 'minimal' = 'winner'): Judged[] {
  return Array.from({ length: studies }, (_, seed) => {
    const world = worldOf(seed + 1);
    return { world, ...play(world, optimiser, seed, trials, stage) };
  });
}

const full = (world: World, values: Point): Point => ({
  ...Object.fromEntries(world.space.dimensions.map(({ id, start }) => [id, start])),
  ...values,
});
const reached = (all: readonly Judged[]): Judged[] => all.filter(({ left }) => left !== null);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const impossible = playAll(outOfReach);
const falseReached = share(reached(impossible).length, studies);

const possible = playAll(justInReach, 'minimal');
const found = reached(possible);
const trueReached = share(found.length, studies);
const holds = ({ world, left }: Judged): boolean => left !== null && world.expected(full(world, left)) >= world.target;
const foundGood = found.filter(
  ({ world, found: values }) => values !== null && world.expected(full(world, values)) >= world.target,
);
const lost = share(foundGood.filter((one) => !holds(one)).length, foundGood.length);
const changesOf = (world: World, values: Point | null): number =>
  world.space.dimensions.filter(({ id, start }) => values !== null && full(world, values)[id] !== start).length;

const asFound = playAll(justInReach);
const extraRuns = mean(
  possible.flatMap(({ runs, left }, index) => (left === null ? [] : [runs - (asFound[index]?.runs ?? 0)])),
);
/** Three of the five dimensions do nothing: the share of their changes that was undone. */
const unneeded = (values: Point | null): number =>
  ['c', 'd', 'e'].filter((id) => values?.[id] !== undefined && values[id] !== 0.1).length;
const total = (of: 'found' | 'left'): number => found.reduce((sum, one) => sum + unneeded(one[of]), 0);
const unneededUndone = 1 - share(total('left'), total('found'));

const bias = [100, 300, 1000, 10_000].map((rows) => {
  const all = reached(playAll((seed) => onSmallTestSet(seed, rows)));
  const optimism = all.map(({ world, left, claimed }) => (claimed ?? 0) - world.hidden(full(world, left ?? {})));
  return { rows, reached: share(all.length, studies), optimism: mean(optimism) };
});

const result = {
  studies,
  trials,
  falseReached,
  runsPerImpossibleStudy: mean(impossible.map(({ runs }) => runs)),
  trueReached,
  winnersThatHold: share(found.filter(holds).length, found.length),
  changesFound: mean(found.map(({ world, found: values }) => changesOf(world, values))),
  changesLeft: mean(found.map(({ world, left }) => changesOf(world, left))),
  extraRunsOfUndoing: extraRuns,
  unneededUndone,
  lostByUndoing: lost,
  bias,
};

if (given.json) console.log(JSON.stringify(result));
else {
  console.log(`${studies} simulated studies each, ${trials} trials\n`);
  console.log(
    `every configuration 1 σ below the target: falsely "reached"   ${percent(falseReached)}   (wanted: ≤ 5 %)`,
  );
  console.log(
    `the best configuration 1 σ above it: reached                  ${percent(trueReached)}   (wanted: ≥ 80 %)`,
  );
  console.log(`  winners whose expected value is at the target or better     ${percent(result.winnersThatHold)}`);
  console.log(
    `  changes, as found → as left (2 of 5 matter)                 ${result.changesFound.toFixed(1)} → ${result.changesLeft.toFixed(1)}`,
  );
  console.log(
    `  changes that do nothing and were undone                     ${percent(unneededUndone)}, with ${extraRuns.toFixed(1)} runs more`,
  );
  console.log(`  good winners that undoing changes made bad                  ${percent(lost)}   (wanted: ≤ 5 %)`);
  console.log('\nwhat choosing on one test set adds to the winner, against endless data:');
  for (const { rows, optimism, reached: how } of bias)
    console.log(
      `  ${String(rows).padStart(6)} rows: ${percent(optimism).padStart(7)} too good (${percent(how)} of the studies reached)`,
    );
}

// What `.ci/run` insists on; the percentages above are for people.
if (falseReached > 0.05 || trueReached < 0.8 || lost > 0.05) process.exitCode = 1;
