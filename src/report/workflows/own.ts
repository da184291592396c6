import { pipelineJobs, type Flavour } from './jobs.ts';
import { monitorWorkflow } from './monitor.ts';
import { handedOn, inputLines } from './triggers.ts';

const notice = '# Made from src/report/workflows; RETUNE_UPDATE=1 npm test -- workflows writes it again.';

const labels = '["self-hosted", "docker"]';
const flavour: Flavour = {
  action: './',
  runsOn: '${{ fromJSON(inputs.runs-on) }}',
  inputs: handedOn(),
};

/** Our own workflows, by path. */
export const ownWorkflows: Readonly<Record<string, () => string>> = {
  '.github/workflows/pipeline.yml': pipeline,
  '.github/workflows/on-push.yml': onPush,
  '.github/workflows/monitor.yml': () =>
    `${notice}\n${monitorWorkflow({ action: './', labels: '[self-hosted, docker]', watched: 'on-push.yml' })}`,
};

/** The whole chain, for other workflows of this owner and by hand. */
function pipeline(): string {
  const inputs = (indent: string): string[] => [
    `${indent}runs-on:`,
    `${indent}  description: 'Labels of the self-hosted runner, as a JSON array.'`,
    `${indent}  type: string`,
    `${indent}  required: false`,
    `${indent}  default: '${labels}'`,
    ...inputLines(indent),
  ];
  return [
    notice,
    'name: Pipeline',
    'on:',
    '  workflow_call:',
    '    inputs:',
    ...inputs('      '),
    '  workflow_dispatch:',
    '    inputs:',
    ...inputs('      '),
    'permissions: {}',
    '# A newer push waits until the training of this one has ended, and takes the place of one that waits.',
    'concurrency:',
    '  group: retune-${{ github.ref }}',
    '  cancel-in-progress: false',
    pipelineJobs(flavour),
    '',
  ].join('\n');
}

/** A push that changes an example trains it. */
function onPush(): string {
  return [
    notice,
    'name: Examples',
    'on:',
    '  push:',
    '    # Our own pull requests come from there: they must not start themselves again.',
    "    branches-ignore: ['retune/**']",
    "    paths: ['examples/**']",
    'permissions: {}',
    'jobs:',
    '  pipeline:',
    '    name: pipeline',
    '    uses: ./.github/workflows/pipeline.yml',
    '    permissions: # the most that one of its jobs is given, the one that reports',
    '      checks: write # the result, beside the commit',
    '      contents: write # the branch that holds the edits',
    '      pull-requests: write # the pull request',
    '    with:',
    `      runs-on: '${labels}'`,
    '      script: examples/*/train.* # not the scripts of our own runtime and benchmarks',
    '',
  ].join('\n');
}
