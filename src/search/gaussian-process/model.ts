import type { Question } from '../optimiser.ts';
import type { Dimension } from '../space.ts';
import { rowOf } from './columns.ts';
import type { Row } from './columns.ts';
import { expectingOf } from './expectations.ts';
import { posteriorOf } from './posterior.ts';
import type { Posterior } from './posterior.ts';
import { sampleModels } from './sample-models.ts';
import { standardised } from './scores.ts';

const sampling = { chains: 8, steps: 24 };

/** What is believed after the results so far, in the model's own unit. */
export interface Model {
  readonly free: readonly Dimension[];
  readonly rows: readonly Row[];
  /** `null`: that trial failed. */
  readonly scores: readonly (number | null)[];
  readonly values: Float64Array;
  readonly best: number;
  readonly goal: number;
  /** One for each sample of the model's hyper-parameters; at least one. */
  readonly posteriors: readonly Posterior[];
}

/** `null`: nothing was seen, or no model stands. */
export function modelOf(question: Question, free: readonly Dimension[]): Model | null {
  const { space, results, pending, experience, seed } = question;
  const rows = results.map(({ point }) => rowOf(point, free));
  const scores = results.map(({ score }) => (Number.isFinite(score) ? score : null));
  if (scores.every((score) => score === null)) return null;
  const { values, best, goal } = standardised(scores, question.goal);
  const expecting = experience === null ? null : expectingOf(experience, space, free, rows);
  const expectations = expecting === null ? null : rows.map(expecting);
  const waiting = pending.map((point) => rowOf(point, free));
  const posteriors = sampleModels(rows, scores, question.goal, free, expectations, seed, sampling).flatMap((theta) => {
    const posterior = posteriorOf(theta, rows, values, free, expecting);
    if (posterior === null || waiting.length === 0) return posterior ?? [];
    // A believer: what runs is taken to end as expected, so that the next trial goes elsewhere (Ginsbourger et al. 2010).
    const believed = [...values, ...waiting.map((row) => posterior(row).mean)];
    return posteriorOf(theta, [...rows, ...waiting], Float64Array.from(believed), free, expecting) ?? [];
  });
  return posteriors.length === 0 ? null : { free, rows, scores, values, best, goal, posteriors };
}
