import type { Ending } from './ending.ts';
import type { StudyEvent } from './events.ts';
import { runStudy } from './loop.ts';
import type { AttemptPlace, Order } from './order.ts';
import type { Runner } from './ports.ts';
import { goal, observed } from './sample-events.ts';
import { sampleParts } from './sample-parts.ts';

/** Trainings that end when they are let, or stopped; the second trial reaches the target. */
function slowRunner(failing: (order: Order) => boolean = () => false) {
  const ends = new Map<string, (ending: Ending) => void>();
  const stopped: string[] = [];
  const orders: Order[] = [];
  let most = 0;
  const keyOf = ({ trial, attempt }: AttemptPlace): string => `${trial}.${attempt}`;
  const runner: Runner = {
    name: 'slow',
    getReady: () => undefined,
    start: (_, order) => {
      orders.push(order);
      return failing(order) ? Promise.reject(new Error('no space left')) : Promise.resolve();
    },
    follow: async (place, see) => {
      const ending = stopped.includes(keyOf(place))
        ? Promise.resolve<Ending>({ kind: 'stopped' })
        : new Promise<Ending>((resolve) => ends.set(keyOf(place), resolve));
      most = Math.max(most, ends.size);
      // The first trial would train for ever.
      if (place.trial !== 1) setTimeout(() => ends.get(keyOf(place))?.({ kind: 'finished' }), 5);
      const ended = await ending;
      ends.delete(keyOf(place));
      see({ kind: 'metric', t: 1, ...observed(place.trial === 2 ? 0.95 : 0.5) });
      see({ kind: 'randomness', t: 1, sources: [], shared: false });
      return ended;
    },
    endTraining: () => Promise.resolve(),
    stop: (place) => {
      stopped.push(keyOf(place));
      ends.get(keyOf(place))?.({ kind: 'stopped' });
      return Promise.resolve();
    },
    clean: () => Promise.resolve(),
  };
  return { runner, stopped, orders, most: () => most };
}

function study(runner: Runner, interrupted = new AbortController().signal) {
  const events: StudyEvent[] = [{ ...goal, budget: { trials: 4, seconds: null } }];
  return { state: runStudy({ ...sampleParts(runner, events, { parallel: 2 }), interrupted }), events };
}

test('a winner stops what still runs, and that is told', async () => {
  const { runner, stopped, most } = slowRunner();
  const { state, events } = study(runner);
  expect((await state).verdict).toMatchObject({ kind: 'reached', winner: 2 });
  expect(stopped).toEqual(['1.1']);
  expect(most()).toBe(2);
  const ended = events.findLast((event) => event.kind === 'attempt-ended');
  expect(ended).toMatchObject({ trial: 1, ending: { kind: 'stopped' } });
});

test('what goes wrong with one stops the others', async () => {
  const { runner, stopped } = slowRunner(({ trial }) => trial === 2);
  const { state } = study(runner);
  await expect(state).rejects.toThrow('no space left');
  expect(stopped).toEqual(['1.1']);
});

test('an interruption stops all that runs, and records how', async () => {
  const { runner, orders } = slowRunner(({ trial }) => trial > 2);
  const cancel = new AbortController();
  const { state, events } = study(
    {
      ...runner,
      start: async (place, order, edited) => {
        await runner.start(place, order, edited);
        if (order.trial === 2) cancel.abort();
      },
    },
    cancel.signal,
  );
  expect((await state).verdict).toBeNull();
  expect(orders.map(({ trial }) => trial)).toEqual([0, 1, 2]);
  const kinds = events.flatMap((event) => (event.kind === 'attempt-ended' ? [event.ending.kind] : []));
  expect(kinds).toEqual(['finished', 'stopped', 'stopped']);
});
