import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../python/source.ts';
import type { Ending } from '../study/ending.ts';
import type { Message } from '../study/messages.ts';
import type { AttemptPlace, Order } from '../study/order.ts';
import type { Runner } from '../study/ports.ts';
import { endlessRounds, stubborn } from './contract-scripts.ts';

/** What a runner's own test brings along. */
export interface Ground {
  /** Another runner on the same ground, as another process of ours would have it. */
  runner(): Runner;
  /** A place for one attempt, and its order; the snapshot's `train.py` prints `as pushed`. */
  attempt(change?: Partial<Order>): { readonly place: AttemptPlace; readonly order: Order };
  /** Processes that still belong to an attempt. */
  left(place: AttemptPlace): readonly number[];
}

/** What any runner must do, with real processes. */
export function runnerContract(name: string, ground: Ground): void {
  const edit = (text: string): readonly SourceFile[] => [{ path: 'train.py', text }];
  const outputOf = ({ folder }: AttemptPlace): string => readFileSync(join(folder, 'output.log'), 'utf8');

  async function follow(runner: Runner, place: AttemptPlace): Promise<{ ending: Ending; messages: Message[] }> {
    const messages: Message[] = [];
    const ending = await runner.follow(place, (message) => messages.push(message));
    return { ending, messages };
  }
  async function run(text: string, change: Partial<Order> = {}) {
    const { place, order } = ground.attempt(change);
    const runner = ground.runner();
    await runner.start(place, order, edit(text));
    return { place, runner, ...(await follow(runner, place)) };
  }

  describe(`${name} keeps the contract of a runner`, () => {
    test('a script runs to its end, and is heard', async () => {
      const { ending, messages, place } = await run('import sys\nprint("edited", sys.argv[1:])', {
        arguments: ['--a', 'b c'],
      });
      expect(ending).toEqual({ kind: 'finished' });
      expect(messages[0]).toMatchObject({ kind: 'started' });
      expect(messages.at(-1)).toMatchObject({ kind: 'finished', exitCode: 0 });
      expect(outputOf(place)).toContain("edited ['--a', 'b c']");
    });

    test('what is not edited is as it was pushed', async () => {
      const { place, order } = ground.attempt();
      const runner = ground.runner();
      await runner.start(place, order, []);
      expect((await follow(runner, place)).ending).toEqual({ kind: 'finished' });
      expect(outputOf(place)).toContain('as pushed');
    });

    test('anyone may follow, also afterwards, and hears everything from the first on', async () => {
      const first = await run('print("x")');
      expect(await follow(ground.runner(), first.place)).toEqual({ ending: first.ending, messages: first.messages });
    });

    test('two may follow at once', async () => {
      const { place, order } = ground.attempt();
      const runner = ground.runner();
      await runner.start(place, order, edit('import time\ntime.sleep(0.5)'));
      await until(() => ground.left(place).length > 0);
      const [one, other] = await Promise.all([follow(runner, place), follow(ground.runner(), place)]);
      expect(other).toEqual(one);
      expect(one.ending).toEqual({ kind: 'finished' });
    });

    test('a failure comes with its exception, its line and the last lines of output', async () => {
      const { ending } = await run('for i in range(100):\n    print("line", i)\nraise ValueError("too few rows")\n');
      expect(ending).toMatchObject({
        kind: 'failed',
        failure: { exitCode: 1, type: 'ValueError', message: 'too few rows', file: 'train.py', line: 3 },
      });
      const { lastLines } = ending as Extract<Ending, { kind: 'failed' }>;
      expect(lastLines).toHaveLength(20);
      expect(lastLines.at(-1)).toBe('ValueError: too few rows');
      expect(lastLines).toContain('line 99');
    });

    test.each([
      ['sys.exit', 'import sys; sys.exit(3)', 3],
      ['os._exit', 'import os; os._exit(4)', 4],
    ])('an exit code of the script is a failure: %s', async (_, text, exitCode) => {
      expect((await run(text)).ending).toMatchObject({ kind: 'failed', failure: { exitCode } });
    });

    test('a time limit ends it', async () => {
      const { ending, place } = await run('import time\nprint("on it", flush=True)\ntime.sleep(60)', {
        limits: { seconds: 1, epochs: null },
      });
      expect(ending).toMatchObject({ kind: 'timed-out', limit: 1 });
      expect(ground.left(place)).toEqual([]);
    });

    test('one that is killed from outside is lost, and why is said', async () => {
      const { ending } = await run(
        'import os, signal\nprint("before", flush=True)\nos.kill(os.getpid(), signal.SIGKILL)',
      );
      expect(ending).toMatchObject({
        kind: 'lost',
        why: expect.stringContaining('SIGKILL') as unknown,
        lastLines: ['before'],
      });
    });

    test('a flood of output costs nothing', async () => {
      const { ending, place } = await run('for i in range(100_000):\n    print("x" * 60, i)\nprint("\\xff last")');
      expect(ending).toEqual({ kind: 'finished' });
      expect(outputOf(place).trimEnd().endsWith('last')).toBe(true);
      // A busy machine writes slowly.
    }, 180_000);

    test('it can be stopped by any runner, with all that it started, even against its will', async () => {
      const { place, order } = ground.attempt();
      const starter = ground.runner();
      await starter.start(place, order, edit(stubborn));
      const following = follow(starter, place);
      await until(() => existsSync(join(place.folder, 'work', 'ready')));
      expect(ground.left(place).length).toBeGreaterThanOrEqual(3);
      await ground.runner().stop(place);
      expect(ground.left(place)).toEqual([]);
      expect((await following).ending).toEqual({ kind: 'stopped' });
      expect((await follow(ground.runner(), place)).ending).toEqual({ kind: 'stopped' });
    });

    test('any runner can end the training with its epoch: the curve is kept, and the script goes on', async () => {
      const { place, order } = ground.attempt();
      const starter = ground.runner();
      await starter.start(place, order, edit(endlessRounds));
      const messages: Message[] = [];
      const ending = await starter.follow(place, (message) => {
        messages.push(message);
        if (message.kind === 'metric' && message.epoch === 3) void ground.runner().endTraining(place);
      });
      expect(ending).toEqual({ kind: 'finished' });
      expect(outputOf(place)).toContain('after the training');
      const ended = messages.find((message) => message.kind === 'stopped');
      expect(ended?.epoch).toBeGreaterThanOrEqual(3);
      const curve = messages.filter((message) => message.kind === 'metric').map(({ epoch }) => epoch);
      expect(curve.slice(0, 3)).toEqual([1, 2, 3]);
      expect(curve.at(-1)).toBe(ended?.epoch);
      await starter.endTraining(place);
      expect((await follow(ground.runner(), place)).ending).toEqual({ kind: 'finished' });
    });

    test('stopping right after the start, and again, and after the end is harmless', async () => {
      const { place, order } = ground.attempt();
      const runner = ground.runner();
      await runner.start(place, order, edit('import time\ntime.sleep(60)'));
      await runner.stop(place);
      await runner.stop(place);
      expect((await follow(runner, place)).ending).toEqual({ kind: 'stopped' });
      const done = await run('print("x")');
      await done.runner.stop(done.place);
      expect((await follow(ground.runner(), done.place)).ending).toEqual({ kind: 'finished' });
    });

    test('what a script leaves behind is ended with it', async () => {
      const { ending, place } = await run(
        'import subprocess\nsubprocess.Popen(["sleep", "60"], start_new_session=True)',
      );
      expect(ending).toEqual({ kind: 'finished' });
      expect(ground.left(place)).toEqual([]);
    });

    test('an attempt runs once: a second start is refused', async () => {
      const { place } = await run('print("once")');
      const { order } = ground.attempt();
      await expect(ground.runner().start(place, order, edit('print("twice")'))).rejects.toThrow('started before');
      expect(outputOf(place)).not.toContain('twice');
    });

    test('of two starts at once one goes through', async () => {
      const { place, order } = ground.attempt();
      const starts = [ground.runner(), ground.runner()].map((runner) => runner.start(place, order, edit('print("x")')));
      const results = await Promise.allSettled(starts);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await follow(ground.runner(), place)).ending.kind).toMatch(/finished|never-started/);
    });

    test('one that never came to life is revoked by who follows it, and cannot start any more', async () => {
      const { place, order } = ground.attempt();
      expect(await follow(ground.runner(), place)).toEqual({ ending: { kind: 'never-started' }, messages: [] });
      await expect(ground.runner().start(place, order, edit('print("x")'))).rejects.toThrow('started before');
      expect((await follow(ground.runner(), place)).ending).toEqual({ kind: 'never-started' });
    });

    test('what the script saved itself outlives the working copy, where the model is asked for', async () => {
      const save = 'import os\nos.mkdir("out")\nopen("out/model.h5", "w").write("weights")';
      for (const [saveModel, there] of [
        [true, true],
        [false, false],
      ] as const) {
        const { place, runner } = await run(save, { saveModel });
        await runner.clean(place);
        expect(existsSync(join(place.folder, 'saved', 'out', 'model.h5'))).toBe(there);
        expect(existsSync(join(place.folder, 'saved', 'train.py'))).toBe(false);
      }
    });

    test('cleaning keeps what there is to know, works twice, and never on a living one', async () => {
      const { place, runner } = await run('import os\nos.mkdir("a")\nopen("a/b", "w").close()\nos.chmod("a", 0o500)');
      await runner.clean(place);
      await runner.clean(place);
      expect(existsSync(join(place.folder, 'work'))).toBe(false);
      expect(existsSync(join(place.folder, 'output.log'))).toBe(true);
      expect((await follow(ground.runner(), place)).ending).toEqual({ kind: 'finished' });

      const living = ground.attempt();
      await runner.start(living.place, living.order, edit('import time\ntime.sleep(60)'));
      await expect(runner.clean(living.place)).rejects.toThrow('still runs');
      await runner.stop(living.place);
    });
  });
}

export async function until(holds: () => boolean, seconds = 20): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !holds();) {
    if (Date.now() > deadline) throw new Error(`It did not come true within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
