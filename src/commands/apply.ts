import { UserError } from '../errors.ts';
import type { FileEdit, Outcome } from '../report/outcome.ts';
import { rewrite } from '../hyperparameters/rewrite.ts';
import { replaceSources } from '../wiring.ts';
import type { Prepared } from './prepare.ts';

/** The user's files that the outcome changes; none where nothing was reached. */
export async function editsOf(outcome: Outcome, prepared: Prepared): Promise<FileEdit[]> {
  return outcome.verdict === 'reached' ? await editsOfBest(outcome, prepared) : [];
}

/** What the best result changes, also where it is not good enough. */
export async function editsOfBest({ best }: Outcome, { script }: Prepared): Promise<FileEdit[]> {
  if (best === null) return [];
  const values = best.changes.map(({ hyperparameter, after }) => [hyperparameter.id, after] as const);
  const { files } = await rewrite(script.files, script.hyperparameters, Object.fromEntries(values));
  return files.flatMap(({ path, text: after }) => {
    const before = script.files.find((file) => file.path === path)?.text ?? '';
    return before === after ? [] : [{ path, before, after }];
  });
}

/**
 * Writes the outcome's values into the user's own files, as `--apply` asks. A file that changed since the
 * study read it is left alone: the edits were proven for another text.
 */
export async function applyOutcome(outcome: Outcome, prepared: Prepared): Promise<void> {
  const edits = await editsOf(outcome, prepared);
  const changed = await replaceSources(prepared.script.root, edits);
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
