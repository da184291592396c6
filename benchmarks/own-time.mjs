// `node benchmarks/own-time.mjs`: what Retune takes of its own for each trial, from the end of one training
// process to the start of the next: everything but training. Seen from outside, through /proc.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cli, hold, median, nodeStart, printTable, root } from './measure.mjs';

const trials = 12;
const goal = 0.3;
/** The goal on a slow or busy machine: so many starts of an empty Node process, as 0.5 s are 12. */
const goalInStarts = 7.2;
const kept = join(process.env.RETUNE_HOME ?? join(homedir(), '.retune'), 'environments');

await hold(async () => {
  const empty = median(Array.from({ length: 5 }, nodeStart));
  const gaps = await gapsOfSearch();
  const middle = median(gaps);
  printTable(
    ['trials', 'own time per trial, median', 'longest', 'empty Node process', 'goal'],
    [[gaps.length, seconds(middle), seconds(Math.max(...gaps)), seconds(empty), `≤ ${seconds(goal)}`]],
  );
  return middle <= Math.max(goal, goalInStarts * empty);
});

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

/** Seconds between the training processes of a search whose target is out of reach. */
async function gapsOfSearch() {
  const home = mkdtempSync(join(tmpdir(), 'retune-own-time-'));
  try {
    mkdirSync(kept, { recursive: true });
    symlinkSync(kept, join(home, 'environments'));
    const args = [
      'run',
      'examples/sklearn-knn/train.py',
      '--target',
      '0.9999',
      '--trials',
      `${trials}`,
      '--home',
      home,
    ];
    const command = spawn(process.execPath, [cli, ...args], { cwd: root, stdio: 'ignore' });
    let code = null;
    command.once('exit', (exit) => (code = exit ?? 1));
    const processes = await watchProcesses(join(home, 'studies'), () => code !== null);
    if (code !== 3) throw new Error(`The search ended with ${code}, not with 3: target not reached.`);
    return processes.slice(1).map(({ start }, index) => start - processes[index].end);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Start and end of every training process, in seconds since the machine's boot, to a hundredth. */
async function watchProcesses(studies, over) {
  const seen = new Map();
  while (!over()) {
    for (const claim of claimsIn(studies)) if (!seen.has(claim)) seen.set(claim, started(claim));
    for (const one of seen.values()) if (one.end === null && hasEnded(one)) one.end = uptime();
    await pause(2);
  }
  return [...seen.values()].filter(({ end }) => end !== null);
}

function claimsIn(studies) {
  if (!existsSync(studies)) return [];
  return readdirSync(studies)
    .map((study) => join(studies, study, 'trials'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((trial) => join(folder, trial, 'attempts', '1', 'claim.json')))
    .filter((claim) => existsSync(claim));
}

function started(claim) {
  const { pid, start } = JSON.parse(readFileSync(claim, 'utf8'));
  return { pid, ticks: start, start: start / 100, end: null };
}

function hasEnded({ pid, ticks }) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || Number(fields[19]) !== ticks;
  } catch {
    return true;
  }
}

function uptime() {
  return Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
}
