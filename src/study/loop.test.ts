import type { Stage } from './command.ts';
import { runStudy } from './loop.ts';
import type { Message } from './messages.ts';
import type { Order } from './order.ts';
import type { Runner } from './ports.ts';
import { goal, observed } from './sample-events.ts';
import { sampleParts } from './sample-parts.ts';

/** Trainings of so many epochs, of which the last is the result; an edited script learns more. */
function epochs(order: Order, count: number): Message[] {
  const value = order.trial === 0 ? 0.5 : 0.95;
  return Array.from({ length: count }, (_, index) => ({
    kind: 'metric',
    t: index + 1,
    ...observed(value, { epoch: index + 1 }),
  }));
}

function runnerOf(): Runner & { readonly ended: Order[]; readonly started: Order[]; readonly ready: number[] } {
  const ended: Order[] = [];
  const ready: number[] = [];
  const started: Order[] = [];
  return {
    name: 'scripted',
    ended,
    started,
    ready,
    getReady: () => void ready.push(started.length),
    start: (_, order) => {
      started.push(order);
      return Promise.resolve();
    },
    follow: (_, see) => {
      const order = started.at(-1)!;
      if (!order.dry) epochs(order, 6).forEach(see);
      see({ kind: 'randomness', t: 7, sources: [], shared: false });
      return Promise.resolve({ kind: 'finished' });
    },
    endTraining: () => {
      ended.push(started.at(-1)!);
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
    clean: () => Promise.resolve(),
  };
}

/** Runs a study whose first suggestion reaches the target. */
function studyWith(runner: Runner, stage: Stage = 'winner'): ReturnType<typeof runStudy> {
  return runStudy(sampleParts(runner, [{ ...goal }], { stage }));
}

test('a search run is asked once to end when it has reached the target; the baseline and the proof run complete', async () => {
  const runner = runnerOf();
  const state = await studyWith(runner);
  expect(state.verdict).toMatchObject({ kind: 'reached', winner: 1 });
  expect(runner.started.filter(({ dry }) => !dry).map(({ trial, warm }) => [trial, warm])).toEqual([
    [0, false],
    [1, true],
    [1, false],
  ]);
  expect(runner.ended.map(({ trial, warm }) => [trial, warm])).toEqual([[1, true]]);
});

test('what the script says otherwise than the framework stays known', async () => {
  const runner = runnerOf();
  const state = await studyWith({
    ...runner,
    follow: (place, see) => {
      see({ kind: 'warning', t: 1, code: 'metrics-disagree', text: 'accuracy: the script says 0.9' });
      return runner.follow(place, see);
    },
  });
  expect(state.trials[0]?.attempts[0]?.disagreement).toBe('accuracy: the script says 0.9');
  const plain = await studyWith(runnerOf());
  expect(plain.trials[0]?.attempts[0]?.disagreement).toBeNull();
});

test('how it does on the training data in parts stays known', async () => {
  const runner = runnerOf();
  const folds = { name: 'accuracy', values: [0.8, 0.9, 0.85], rows: 90 };
  const state = await studyWith({
    ...runner,
    follow: (place, see) => {
      see({ kind: 'cross-validated', t: 1, ...folds });
      return runner.follow(place, see);
    },
  });
  expect(state.trials[0]?.attempts[0]?.crossValidated).toEqual(folds);
});

test('the search gets ready while the baseline runs, where one may follow', async () => {
  const runner = runnerOf();
  await studyWith(runner);
  expect(runner.ready).toEqual([1]);
  const trained = runnerOf();
  await studyWith(trained, 'baseline');
  expect(trained.started).toHaveLength(1);
  expect(trained.ready).toEqual([]);
});

test('a training that cannot be asked to end runs on, and costs nothing else', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  const runner = { ...runnerOf(), endTraining: () => Promise.reject(new Error('no space left')) };
  const { verdict } = await studyWith(runner);
  await new Promise((done) => setTimeout(done, 10));
  process.off('unhandledRejection', hear);
  expect(verdict).toMatchObject({ kind: 'reached', winner: 1 });
  expect(unheard).toEqual([]);
});
