import { fold } from './columns.ts';

export interface WrittenFile {
  readonly path: string;
  readonly state: 'written' | 'overwritten' | 'kept';
}

/** What `init` did, and what is left to a person. */
export interface InitOutcome {
  readonly files: readonly WrittenFile[];
  readonly labels: readonly string[];
  readonly branch: string;
}

export function initText({ files, labels, branch }: InitOutcome): string {
  const steps = [
    `Look at the files, commit them and push them to ${branch}: GitHub runs the monitor's timer from there only. Every push there or to another branch that changes a training script is trained from then on.`,
    'Switch on "Allow GitHub Actions to create and approve pull requests": Settings → Actions → General → Workflow permissions. Nothing else there has to be widened, each job asks for what it needs.',
    `Have a self-hosted runner with the labels ${labels.join(', ')}: Settings → Actions → Runners. What you train runs on that machine, so keep it for repositories whose authors you trust; pull requests of forks are refused.`,
    'Checks of a pull request that a job opened wait for your approval; with a token of an app as input token of the job report they run at once.',
    'In a public repository that rests for 60 days GitHub switches timers off: run the monitor by hand then, or push.',
    'The machine for the runner, other kinds of runners, costs, and how to get rid of it all: docs/github.md of Retune.',
  ];
  const same = files.every(({ state }) => state === 'kept');
  return [
    ...files.map(({ path, state }) => `${state.padEnd(11)}  ${path}`),
    ...(same ? ['', 'Everything is there already: nothing was changed.'] : []),
    '',
    'Left to do:',
    ...steps.flatMap((step, at) => fold(step, 94).map((line, row) => `  ${row === 0 ? `${at + 1}.` : '  '} ${line}`)),
    '',
  ].join('\n');
}
