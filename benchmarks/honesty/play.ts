import type { Optimiser } from '../../src/search/optimiser.ts';
import type { Point } from '../../src/search/space.ts';
import { searchedTrials } from '../../src/study/budget.ts';
import type { Stage } from '../../src/study/command.ts';
import { decide } from '../../src/study/decide.ts';
import type { StudyEvent } from '../../src/study/events.ts';
import { after, emptyState } from '../../src/study/state.ts';
import type { State } from '../../src/study/state.ts';
import type { World } from './world.ts';

const machine = { cores: 1, memory: 1e9 };

export interface Played {
  /** The values of the winner as the search found it, and as it was left; `null`: not reached. */
  readonly found: Point | null;
  readonly left: Point | null;
  /** What the study itself says the winner's metric is. */
  readonly claimed: number | null;
  readonly trials: number;
  readonly runs: number;
  /** The time of all runs, in complete ones. */
  readonly cost: number;
}

/**
 * Plays a study with the product's own decisions; only the training is simulated. `searchRun`: what a search run takes, as a
 * share of a complete one.
 */
export function play(
  world: World,
  optimiser: Optimiser,
  seed: number,
  trials: number,
  stage: Stage,
  searchRun: number,
): Played {
  const goal: StudyEvent = {
    kind: 'goal-set',
    target: { metric: 'accuracy', direction: 'maximise', value: world.target, trainMetric: false },
    budget: { trials, seconds: null },
    repeats: 3,
  };
  let state = after(emptyState, goal);
  let [runs, cost] = [0, 0];
  for (;;) {
    const command = decide(state, {
      stage,
      optimiser,
      portfolio: [],
      experience: null,
      layers: [],
      parallel: 1,
      machine,
      seed,
    });
    switch (command.kind) {
      case 'rest':
        return { ...outcomeOf(state), runs, cost };
      case 'set-space':
        state = after(state, { kind: 'space-set', space: world.space, left: [] });
        break;
      case 'suggest':
        state = after(state, { ...command, kind: 'trial-suggested' });
        break;
      case 'end':
        state = after(state, { kind: 'search-ended', verdict: command.verdict });
        break;
      case 'start': {
        const seconds = command.purpose.kind === 'search' ? searchRun : 1;
        state = after(after(state, { ...command, kind: 'attempt-started' }), ended(command, seconds, state, world));
        runs += 1;
        cost += seconds;
        break;
      }
      case 'wait':
        throw new Error('nothing runs here');
    }
  }
}

type Start = Extract<ReturnType<typeof decide>, { kind: 'start' }>;

function ended({ trial, attempt, seed }: Start, seconds: number, state: State, world: World): StudyEvent {
  const observation = {
    name: 'accuracy',
    split: 'test',
    epoch: null,
    source: 'hook',
    text: '',
    size: null,
    spread: null,
  };
  const value = world.train({ ...startOf(world), ...state.trials[trial]?.values }, seed);
  return {
    kind: 'attempt-ended',
    trial,
    attempt,
    ending: { kind: 'finished' },
    seconds,
    observations: [{ ...observation, value, split: 'test', source: 'hook' }],
    received: [],
    randomness: world.randomness,
    mismatches: [],
  };
}

function startOf({ space }: World): Point {
  return Object.fromEntries(space.dimensions.map(({ id, start }) => [id, start]));
}

function outcomeOf(state: State): Omit<Played, 'runs' | 'cost'> {
  const { verdict } = state;
  const winner = verdict?.kind === 'reached' ? state.trials[verdict.winner] : undefined;
  const found = winner?.undoes == null ? winner : state.trials[winner.undoes];
  const proofs = winner?.attempts.filter(({ purpose }) => purpose.kind === 'confirmation') ?? [];
  const values = proofs.flatMap(({ observations }) => observations.map(({ value }) => value));
  return {
    found: found?.values ?? null,
    left: winner?.values ?? null,
    claimed: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    trials: searchedTrials(state),
  };
}
