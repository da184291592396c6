// CPU milliseconds of one suggestion: `node --import ./typescript-loader.mjs suggestion-time.mjs`. Goals: 100 ms at 40
// trials × 12 dimensions, 1 s at 200.
import { gaussianProcess } from '../../src/search/gaussian-process/gaussian-process.ts';
import { randomSource } from '../../src/search/random-source.ts';
import { randomPoint } from './tasks.mjs';

const repeats = 5;
const dimensions = Array.from({ length: 12 }, (_, index) => ({
  kind: 'real',
  id: `x${index}`,
  low: -1,
  high: 1,
  scale: 'linear',
  start: 0.5,
}));

for (const trials of [5, 10, 20, 40, 80, 200]) {
  const random = randomSource(trials);
  const results = Array.from({ length: trials }, () => {
    const point = randomPoint(dimensions, random);
    return { point, score: -Object.values(point).reduce((sum, value) => sum + value * value, 0) };
  });
  const question = { space: { dimensions }, results, pending: [], portfolio: [], experience: null, goal: 0, seed: 1 };
  gaussianProcess.suggest(question);
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat += 1) gaussianProcess.suggest(question);
  const { user, system } = process.cpuUsage(before);
  console.log(`${String(trials).padStart(4)} trials: ${Math.round((user + system) / 1000 / repeats)} ms`);
}
