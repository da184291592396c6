import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { thisBoot } from '../../src/monitor/this-boot.ts';
import { fileJournal } from '../../src/store/journal.ts';
import { copyExample, homeIn, retune, start, temporary } from './command.ts';

interface Line {
  readonly event: { readonly kind: string; readonly trial?: number; readonly ending?: { readonly kind: string } };
}

interface Project extends Disposable {
  readonly env: Readonly<Record<string, string>>;
  readonly script: string;
  readonly run: string[];
  readonly study: () => string;
  readonly journal: () => Line[];
  /** Lets the last heartbeat be long ago. */
  readonly fallSilent: () => void;
  /** Whether nobody holds the study any more. */
  readonly isGivenBack: () => boolean;
}

function project(name: string, seconds: number): Project {
  const folder = temporary(name);
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  writeFileSync(script, `import time\n${readFileSync(script, 'utf8')}\ntime.sleep(${seconds})\n`);
  const studies = join(env.RETUNE_HOME ?? '', 'studies');
  const study = (): string => readdirSync(studies).find((one) => !one.startsWith('.')) ?? '';
  const inStudy = (file: string): string => join(studies, study(), file);
  const journal = (): Line[] => {
    try {
      const lines = readFileSync(inStudy('journal.jsonl'), 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as Line);
    } catch {
      return [];
    }
  };
  const fallSilent = (): void => {
    utimesSync(inStudy('lease.json'), Date.now() / 1000 - 600, Date.now() / 1000 - 600);
  };
  const run = ['run', script, '--target', '0.999', '--trials', '2', '--seed', '1', '--keep', 'p'];
  return {
    env,
    script,
    run,
    study,
    journal,
    fallSilent,
    isGivenBack: () => readFileSync(inStudy('lease.json'), 'utf8').includes('"holder":null'),
    [Symbol.dispose]: () => {
      folder[Symbol.dispose]();
    },
  };
}

async function until(happened: () => boolean): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!happened()) {
    if (Date.now() > deadline) throw new Error('it did not happen within two minutes');
    await pause(100);
  }
}

const finished = (lines: readonly Line[]): (number | undefined)[] =>
  lines.filter(({ event }) => event.ending?.kind === 'finished').map(({ event }) => event.trial);
const ended = (lines: readonly Line[]): boolean => lines.some(({ event }) => event.kind === 'search-ended');

async function monitor(env: Project['env']): Promise<{ code: number | null; lines: unknown[] }> {
  const { code, out } = await retune(['monitor', '--json'], { env });
  return { code, lines: JSON.parse(out) as unknown[] };
}

test('a killed search is started again from its own folder, and ends', async () => {
  using killed = project('monitor-killed', 2);
  const { child, result } = start(killed.run, { env: killed.env });
  await until(() => finished(killed.journal()).length === 1);
  child.kill('SIGKILL');
  await result;
  // Whatever became of the script: the study has its own copy.
  writeFileSync(killed.script, 'print("something else")\n');
  expect(await monitor(killed.env)).toMatchObject({ code: 0, lines: [{ done: 'waiting', cause: 'one-witness' }] });
  killed.fallSilent();
  expect(await monitor(killed.env)).toMatchObject({ code: 0, lines: [{ done: 'started-again', cause: 'died' }] });
  expect(await monitor(killed.env)).toMatchObject({ code: 0, lines: [{ done: 'left-alone', cause: 'running' }] });
  await until(() => ended(killed.journal()));
  expect(finished(killed.journal())).toEqual([0, 1, 2]);
  await until(killed.isGivenBack);
  expect(await monitor(killed.env)).toMatchObject({ code: 0, lines: [{ done: 'left-alone', cause: 'ended' }] });
});

test('one that a person stopped, and one that is paused, is left alone', async () => {
  using stopped = project('monitor-stopped', 2);
  const { child, result } = start(stopped.run, { env: stopped.env });
  await until(() => finished(stopped.journal()).length === 1);
  child.kill('SIGSTOP');
  stopped.fallSilent();
  expect(await monitor(stopped.env)).toMatchObject({ code: 0, lines: [{ done: 'left-alone', cause: 'running' }] });
  child.kill('SIGCONT');
  child.kill('SIGINT');
  expect((await result).code).toBe(130);
  stopped.fallSilent();
  expect(await monitor(stopped.env)).toMatchObject({ code: 0, lines: [{ done: 'left-alone', cause: 'stopped' }] });
});

test('one that ended because its machine shut down goes on when the machine runs again; after kill it rests', async () => {
  using shut = project('monitor-shut-down', 2);
  const { child, result } = start(shut.run, { env: shut.env });
  await until(() => finished(shut.journal()).length === 1);
  child.kill('SIGTERM');
  expect((await result).code).toBe(130);
  expect(await monitor(shut.env)).toMatchObject({ code: 0, lines: [{ done: 'left-alone', cause: 'stopped' }] });
  // The same stop as an earlier boot of this machine would have left it.
  const journal = fileJournal(join(shut.env.RETUNE_HOME ?? '', 'studies', shut.study(), 'journal.jsonl'));
  await journal.append({ kind: 'session-stopped', signal: 'SIGTERM', ...thisBoot(), boot: 'the one before' });
  expect(await monitor(shut.env)).toMatchObject({ code: 0, lines: [{ done: 'started-again', cause: 'shut-down' }] });
  await until(() => ended(shut.journal()));
  expect(finished(shut.journal())).toEqual([0, 1, 2]);
  await until(shut.isGivenBack);
});
