import { pipelineJobs } from './jobs.ts';
import { monitorWorkflow } from './monitor.ts';
import { handedOn, inputLines, quoted } from './triggers.ts';

/** What a user's repository needs to know. */
export interface UserRepository {
  /** `owner/name@commit # version`: the action, pinned. */
  readonly action: string;
  /** Labels of the self-hosted runner. */
  readonly labels: readonly string[];
  readonly runner: string;
  /** As the user wrote it; `null`: the default of the metric. */
  readonly target: string | null;
}

export const userPipeline = 'retune.yml';

/**
 * The files of a repository that uses Retune, by path. Whole workflows, no callers of ours: a reusable workflow
 * reaches self-hosted runners of its own owner only.
 */
export function userFiles({ action, labels, runner, target }: UserRepository): Readonly<Record<string, string>> {
  const runsOn = `[${labels.map(plainOrQuoted).join(', ')}]`;
  const inputs = [['runner', runner] as const, ...handedOn(['runner'])];
  return {
    [`.github/workflows/${userPipeline}`]: [
      'name: Retune',
      'on:',
      '  push:',
      '    # Retune proposes its edits from there: they must not start it again.',
      "    branches-ignore: ['retune/**']",
      "    paths: ['**.py', '**.ipynb', '**/requirements*.txt', '.github/retune.yml']",
      '  workflow_dispatch:',
      '    inputs:',
      ...inputLines('      ', ['runner']),
      'permissions: {}',
      '# A newer push waits until the training of this one has ended, and takes the place of one that waits.',
      'concurrency:',
      '  group: retune-${{ github.ref }}',
      '  cancel-in-progress: false',
      pipelineJobs({ action, runsOn, inputs }),
      '',
    ].join('\n'),
    '.github/workflows/retune-monitor.yml': monitorWorkflow({ action, labels: runsOn, watched: userPipeline }),
    '.github/retune.yml': [
      '# Settings of Retune, for the workflow and for the command line: docs/settings.md in its repository has them all.',
      target === null ? '# target: 0.9' : `target: ${plainOrQuoted(target)}`,
      '',
    ].join('\n'),
  };
}

function plainOrQuoted(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text) ? text : quoted(text);
}
