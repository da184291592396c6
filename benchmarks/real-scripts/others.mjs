// The same script in one process of its own interpreter, with the data loaded once: under an optimiser of others, and the
// classic way, which makes one number larger until it is enough.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { rival } from '../search/rival.mjs';

const trialsScript = fileURLToPath(new URL('trials.py', import.meta.url));

/** Ends at the target, after `cap` trials, or after `seconds` since the first miss. */
export async function study(player, script, { places, python }, { seed, cap, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'retune-other-'));
  const begun = performance.now();
  const trials = executor(script, places, python, folder);
  try {
    const start = Object.fromEntries(places.map((place) => [place.id, startOf(place)]));
    player.begin({ problem: { dimensions: places.map(dimensionOf) }, seed });
    const first = await trials.run(start);
    if (first.score === undefined) throw new Error(`${script.name} fails as it is: ${first.error}`);
    player.tell([{ point: inside(places, start), score: first.score }]);
    // Its imports and its first suggestion are not held against it.
    let next = await player.ask(1);
    const missed = performance.now();
    const since = (time) => (performance.now() - time) / 1000;
    let [count, training, worst] = [0, 0, first.score];
    while (count < cap && since(missed) < seconds) {
      const [point] = next;
      if (point === undefined) break;
      count += 1;
      const result = await trials.run(point);
      training += result.seconds;
      const score = Number.isFinite(result.score) ? result.score : worst;
      worst = Math.min(worst, score);
      if (score >= script.target)
        return { reached: true, trials: count, toTarget: since(missed), training, whole: since(begun) };
      player.tell([{ point, score }]);
      next = await player.ask(1);
    }
    return { reached: false, trials: count, toTarget: since(missed), training, whole: since(begun) };
  } finally {
    trials.end();
    player.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function optuna(name, python) {
  return rival(name, python);
}

/** Half as much again each time, and the next place once the first is 20 times as large. */
export function classic({ grows }, places) {
  const grown = places.find(({ value, name }) => name === grows || value === grows) ?? places[0];
  let factor = 1;
  return {
    begin: () => {},
    tell: () => {},
    end: () => {},
    ask: () => {
      factor *= 1.5;
      const { kind, value } = { kind: grown.range.kind, value: Number(grown.value) };
      const larger = value * factor;
      return factor > 3000 ? [] : [{ [grown.id]: kind === 'integer' ? Math.round(larger) : larger }];
    },
  };
}

function executor({ path, expression, data }, places, python, folder) {
  if (data !== null) symlinkSync(data, join(folder, basename(data)));
  const child = spawn(python, [trialsScript, path, JSON.stringify(places), expression], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, CUDA_VISIBLE_DEVICES: '', TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  let said = '';
  child.stderr.on('data', (part) => (said = `${said}${part}`.slice(-2000)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    run: async (values) => {
      child.stdin.write(`${JSON.stringify(values)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`The trials of ${path} ended without an answer:\n${said}`);
      return JSON.parse(value);
    },
    end: () => child.kill(),
  };
}

function dimensionOf({ id, range }) {
  return { id, ...range };
}

/** The written value: JSON where Python's literals are JSON too. */
function startOf({ value }) {
  const words = { None: null, True: true, False: false };
  return value in words ? words[value] : /^["']/.test(value) ? value.slice(1, -1) : Number(value.replaceAll('_', ''));
}

/** An optimiser cannot be told a value outside of its range. */
function inside(places, point) {
  return Object.fromEntries(
    places.map(({ id, range }) => {
      const value = point[id];
      return [id, range.kind === 'choice' ? value : Math.min(Math.max(value, range.low), range.high)];
    }),
  );
}

/** Where results are kept for later reading. */
export function keep(file, results) {
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}
