import { UserError } from '../errors.ts';
import { showCheck } from '../github/check-run.ts';
import { connect } from '../github/client.ts';
import type { GitHub } from '../github/client.ts';
import { propose } from '../github/pull-request.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Step } from '../github/step.ts';
import type { WorkflowRun } from '../github/workflow-run.ts';
import { isReady } from '../report/outcome.ts';
import type { FileEdit, Outcome } from '../report/outcome.ts';
import { branchOf, gain, notReadyText, pullRequestText, readyText } from '../report/pull-request-text.ts';
import { outcomeMarkdown } from '../report/summary-markdown.ts';
import type { Settings } from '../settings/settings.ts';

/** What the last job tells GitHub: the pull request, a check of the commit, "best model ready". */
export async function publish(
  outcome: Outcome,
  edits: readonly FileEdit[],
  { settings, run, step }: { readonly settings: Settings; readonly run: WorkflowRun; readonly step: Step },
): Promise<void> {
  if (settings.token === null) return;
  const github = await connect(run, settings.token);
  // First the check: it can be had also where the pull request is not allowed.
  await tryCheck(github, outcome, run, step);
  const opened = await pullRequest(github, outcome, edits, { settings, run, step });
  if (opened !== null) step.output('pull-request', opened.url);
  if (outcome.verdict !== 'reached') return;
  const where = opened === null ? null : placeOf(opened);
  if (isReady(outcome))
    step.annotate({ level: 'notice', title: 'Best model ready', message: readyText(outcome, where) });
  else step.annotate({ level: 'warning', title: 'Best model not reproduced', message: notReadyText(outcome) });
  if (where !== null) await step.summarise(where);
}

async function pullRequest(
  github: GitHub,
  outcome: Outcome,
  edits: readonly FileEdit[],
  { settings, run, step }: { readonly settings: Settings; readonly run: WorkflowRun; readonly step: Step },
): Promise<PullRequest | null> {
  if (outcome.verdict !== 'reached' || edits.length === 0 || settings.pullRequest === 'none') return null;
  if (run.branch === null) {
    const message =
      'A tag was pushed: there is no branch that a pull request could be merged into. The diff is in the summary.';
    step.annotate({ level: 'notice', title: 'No pull request', message });
    return null;
  }
  const branch = branchOf(outcome);
  const { commit: parent, branch: base } = run;
  return await propose(github, {
    ...pullRequestText(outcome, run.url),
    edits,
    parent,
    base,
    branch,
    study: outcome.study,
  });
}

/** A check needs a permission that not everybody gives; without it the summary says the same. */
async function tryCheck(github: GitHub, outcome: Outcome, { commit, url }: WorkflowRun, step: Step): Promise<void> {
  const name = `retune: ${outcome.script}`;
  const good = isReady(outcome);
  const missed = outcome.verdict === 'reached' ? 'Reached, but not reproduced' : 'Target not reached';
  const title = `${good ? 'Best model ready' : missed}: ${gain(outcome)}`;
  try {
    await showCheck(github, { commit, name, good, title, summary: outcomeMarkdown(outcome), link: url });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    step.annotate({
      level: 'notice',
      title: 'No check at the commit',
      message: `${error.message} ${error.help ?? ''}`,
    });
  }
}

function placeOf({ number, url, state }: PullRequest): string {
  const states = {
    opened: `Pull request [#${number}](${url}) is open.`,
    updated: `Pull request [#${number}](${url}) is up to date.`,
    merged: `Pull request [#${number}](${url}) was merged already.`,
    declined: `Pull request [#${number}](${url}) was closed by somebody; it was not opened again.`,
  };
  return states[state];
}
