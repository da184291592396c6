import { UserError } from '../errors.ts';
import type { Outcome } from '../report/outcome.ts';
import { rewrite } from '../hyperparameters/rewrite.ts';
import { replaceSources } from '../wiring.ts';
import type { Prepared } from './prepare.ts';

/**
 * Writes the outcome's values into the user's own files, as `--apply` asks. A file that changed since the
 * study read it is left alone: the edits were proven for another text.
 */
export async function applyOutcome(outcome: Outcome, { script }: Prepared): Promise<void> {
  if (outcome.verdict !== 'reached' || outcome.best === null || outcome.best.changes.length === 0) return;
  const values = Object.fromEntries(
    outcome.best.changes.map(({ hyperparameter, after }) => [hyperparameter.id, after]),
  );
  const { files } = await rewrite(script.files, script.hyperparameters, values);
  const changed = await replaceSources(script.root, script.files, files);
  if (changed.length === 0) return;
  throw new UserError(
    'mistake',
    'changed-meanwhile',
    `${changed.join(', ')} changed while the study ran; nothing was written.`,
    {
      help: `Apply the diff by hand: git apply ${outcome.files.diff ?? 'retune.diff'}`,
    },
  );
}
