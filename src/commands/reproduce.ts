import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bestOf, metricsInText } from '../metric-text/metric-text.ts';
import type { Outcome, Reproduction } from '../report/outcome.ts';
import { expectedBegins } from '../report/reproduce-script.ts';
import type { Settings } from '../settings/settings.ts';
import { oriented, reaches } from '../study/verdict.ts';
import { keepReproduced } from './keep.ts';
import type { Prepared } from './prepare.ts';
import { dataFor } from './search.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs `reproduce.sh` as whoever gets it would, before the model is called ready: a new environment, or a fresh container of
 * the study's image, and nothing of our runtime. `null`: interrupted; the same command does it again.
 */
export async function reproduced(
  outcome: Outcome,
  prepared: Prepared,
  settings: Settings,
  terminal: Terminal,
): Promise<Outcome | null> {
  const { reproduce } = outcome.files;
  if (!settings.reproduce || outcome.verdict !== 'reached' || reproduce === null) return outcome;
  const { study, environment } = prepared;
  const say = (text: string): void => {
    terminal.err(`${text}\n`);
  };
  say('training the winner again from nothing, by reproduce.sh');
  const ready = await environment.make(say, await study.image());
  const fetched = await dataFor(prepared, ready, settings, say);
  const folder = join(study.folder, 'winner', 'reproduction');
  const output = join(folder, 'output.log');
  const interrupted = terminal.interrupted();
  await rm(folder, { recursive: true, force: true });
  try {
    const code = await study.shell(ready, fetched, {
      path: reproduce,
      folder,
      output,
      interrupted,
      python: environment.on,
    });
    if (interrupted.aborted) return null;
    await copyFile(output, join(study.folder, 'winner', 'reproduce.log'));
    const reproduction = whatCameOut(await readFile(output, 'utf8'), code, outcome);
    return await keepReproduced({ ...outcome, reproduction });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A result a little below what the proof's own runs told is the same, as seeds of threads and machines go. */
const slack = 0.005;
/** A printed number that differs by less from what was read in the framework is that number, rounded. */
const rounding = 0.0006;

/** Whether a line holds the very number, as a fraction or in percent: `score: 0.9733`. Fewer digits could be anything. */
export function holdsNumber(line: string, value: number): boolean {
  return [...line.matchAll(/-?\d+\.(\d+)/g)].some(([text, decimals = '']) =>
    [
      { number: value, least: 3 },
      { number: value * 100, least: 1 },
    ].some(({ number, least }) => decimals.length >= least && number.toFixed(decimals.length) === text),
  );
}

function whatCameOut(log: string, code: number | null, outcome: Outcome): Reproduction {
  const { target, confirmation, lateFailure } = outcome;
  // What it expects is our own line, and no result.
  const lines = log.split('\n').filter((line) => !line.startsWith(expectedBegins));
  const told = bestOf(metricsInText(lines.join('\n')).filter(({ name }) => name === target.metric));
  const failed = code !== 0 && (lateFailure === null || told === null);
  if (failed) return { kind: 'failed', lastLine: lines.findLast((line) => line.trim() !== '') ?? 'no output' };
  const proven = confirmation?.values ?? [];
  const unnamed = told === null ? proven.find((value) => lines.some((line) => holdsNumber(line, value))) : undefined;
  if (told === null) return unnamed === undefined ? { kind: 'silent' } : { kind: 'same', value: unnamed };
  const value = proven.find((one) => Math.abs(one - told.value) <= rounding * Math.abs(one)) ?? told.value;
  const least = Math.min(...proven.map((one) => oriented(one, target)));
  const near = oriented(value, target) >= least - slack * Math.abs(least);
  return { kind: reaches(value, target) || near ? 'same' : 'other', value };
}
