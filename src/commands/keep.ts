import { basename, join } from 'node:path';
import { formatMetric } from '../report/format-number.ts';
import type { Outcome } from '../report/outcome.ts';
import {
  changedBeside,
  isNotebook,
  lockBeside,
  player,
  playerBeside,
  reproduceScript,
} from '../report/reproduce-script.ts';
import { summaryMarkdown } from '../report/summary-markdown.ts';
import { completed } from '../study/state.ts';
import type { State } from '../study/state.ts';
import { runtime, writeSummary } from '../wiring.ts';
import { editsOfBest } from './apply.ts';
import { outcomeOf } from './outcome.ts';
import type { Prepared } from './prepare.ts';

/** The outcome of a study, with its files put into the study's `winner/`: diff, summary and model. */
export async function keepOutcome(state: State, prepared: Prepared): Promise<Outcome> {
  const { study, script, environment } = prepared;
  const subject = {
    script: script.program.script,
    study: study.id,
    files: script.files,
    hyperparameters: script.hyperparameters,
  };
  const bare = await outcomeOf(state, subject, {
    study: study.folder,
    model: null,
    saved: null,
    diff: null,
    summary: null,
    reproduce: null,
  });
  if (bare === null) throw new Error('an outcome was asked for before the baseline has run');
  const edits = await editsOfBest(bare, prepared);
  const kept = await study.keep({
    diff: bare.diff,
    model: attemptWithModel(state, bare.best?.trial ?? 0),
    reproduce: {
      script: reproduceScript({
        ...study.order,
        commit: study.commit,
        python: environment.python,
        steps: environment.plan.steps,
        changed: edits.length > 0,
        data: study.data,
        expected: expectedOf(bare),
      }),
      files: new Map([
        ...environment.plan.steps.flatMap((step, index) =>
          step.kind === 'lock' ? [[lockBeside(step, index), step.file] as const] : [],
        ),
        ...(isNotebook(study.order.script) ? player : []).map(
          (file) => [`${playerBeside}/${basename(file)}`, join(runtime, file)] as const,
        ),
      ]),
    },
    changed: { folder: changedBeside, files: edits.map(({ path, after }) => ({ path, text: after })) },
    summary: (files) => summaryMarkdown({ ...bare, files }),
  });
  return { ...bare, files: kept };
}

/** The same outcome once it was trained again without us: its summary says so. */
export async function keepReproduced(outcome: Outcome): Promise<Outcome> {
  if (outcome.files.summary !== null) await writeSummary(outcome.files.summary, summaryMarkdown(outcome));
  return outcome;
}

/** The author-seeded complete run of the trial: the model that people get is the one whose diff they merge. */
function attemptWithModel(state: State, trial: number): { trial: number; attempt: number } | null {
  const found = state.trials[trial];
  if (found === undefined) return null;
  const attempt = completed(found, 'confirmation', 0) ?? completed(found, trial === 0 ? 'baseline' : 'search');
  return attempt === undefined ? null : { trial, attempt: attempt.attempt };
}

/** What training the best result again, as the author seeded it, should tell. */
function expectedOf({ best, baseline, target }: Outcome): string {
  const observation = (best ?? baseline).observation;
  if (observation === null) return `no ${target.metric} was seen`;
  const { name, split, value } = observation;
  return `${split === 'unknown' ? '' : `${split} `}${name} ${formatMetric(value, name)}`;
}
