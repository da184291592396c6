// One study of the product, timed by its own journal.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { home } from './corpus.mjs';

/** @returns seconds and trials from the end of the baseline to the first run at the target, and seconds of the whole command. */
export async function retune({ path, target, metric, data }, { seed, cap, pytorch, cli }) {
  const folder = mkdtempSync(join(tmpdir(), 'retune-real-'));
  try {
    mkdirSync(join(folder, 'home'));
    symlinkSync(join(home, 'environments'), join(folder, 'home', 'environments'));
    // A folder of its own, as a person would have: the snapshot is what lies beside the script.
    const own = join(folder, 'project', basename(path));
    mkdirSync(dirname(own));
    copyFileSync(path, own);
    const args = ['run', own, '--target', `${target}`, '--metric', metric, '--seed', `${seed}`, '--trials', `${cap}`];
    args.push(
      '--home',
      join(folder, 'home'),
      '--pytorch',
      pytorch,
      '--json',
      ...(data === null ? [] : ['--data', data]),
    );
    const begun = performance.now();
    const { code, out, err } = await ended(
      spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    const whole = (performance.now() - begun) / 1000;
    if (code !== 0 && code !== 3) throw new Error(`run ended with ${code} for ${path}:\n${err}`);
    return { whole, ...readJournal(join(folder, 'home', 'studies'), target), verdict: JSON.parse(out).verdict };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJournal(studies, target) {
  const [study] = readdirSync(studies);
  const lines = readFileSync(join(studies, study, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const events = lines.map((line) => JSON.parse(line)).map((line) => line.record ?? line);
  const ends = events.filter(({ event }) => event.kind === 'attempt-ended');
  const [baseline] = ends;
  const searched = ends.filter(({ event }) => event.trial > 0);
  const purposes = new Map();
  for (const { event } of events)
    if (event.kind === 'attempt-started') purposes.set(`${event.trial}.${event.attempt}`, event.purpose.kind);
  const simpler = new Set(
    events.flatMap(({ event }) => (event.kind === 'trial-suggested' && event.undoes !== null ? [event.trial] : [])),
  );
  // The first proof of a trial or of a simpler version of it, whatever comes first, ends the search.
  const proof = searched.findIndex(
    ({ event }) => simpler.has(event.trial) || purposes.get(`${event.trial}.${event.attempt}`) === 'confirmation',
  );
  const runs = proof < 0 ? searched : searched.slice(0, proof);
  const last = runs.at(-1) ?? baseline;
  const reached = proof >= 0;
  return {
    reached,
    trials: new Set(runs.map(({ event }) => event.trial)).size,
    toTarget: (last.at - baseline.at) / 1000,
    training: runs.reduce((sum, { event }) => sum + event.seconds, 0),
    after: (events.at(-1).at - last.at) / 1000,
    before: (baseline.at - events[0].at) / 1000,
    changes: events.filter(({ event }) => event.kind === 'trial-suggested' && event.undoes !== null).length,
    target,
  };
}

async function ended(child) {
  const texts = { out: '', err: '' };
  child.stdout.on('data', (part) => (texts.out += part));
  child.stderr.on('data', (part) => (texts.err += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, ...texts };
}
