import { checkout } from './pins.data.ts';

/** What differs between this repository's own workflows and those of its users. */
export interface Flavour {
  /** The action, as `uses:` names it. */
  readonly action: string;
  /** What stands after `runs-on:`. */
  readonly runsOn: string;
  /** Inputs of every step beside the command. */
  readonly inputs: readonly (readonly [string, string])[];
}

/** One job of the pipeline. */
interface Job {
  readonly name: string;
  readonly why: string;
  /** Jobs that come before it; the first one, `pull`, has none. */
  readonly needs: readonly string[];
  readonly permissions: readonly string[];
  /** Inputs of its step beyond those that all have. */
  readonly inputs?: readonly (readonly [string, string])[];
  /** The most that GitHub allows on a self-hosted runner is five days, 7200. */
  readonly minutes: number;
}

const read = 'contents: read';
const jobs: readonly Job[] = [
  {
    name: 'pull',
    why: 'which training scripts the push changed',
    needs: [],
    permissions: [read],
    minutes: 15,
  },
  {
    name: 'detect',
    why: 'what they train, before anything is spent',
    needs: ['pull'],
    permissions: [read],
    minutes: 15,
  },
  {
    name: 'train',
    why: 'as pushed; a missed target does not fail it, tweak decides',
    needs: ['pull', 'detect'],
    permissions: [read],
    minutes: 1440,
  },
  {
    name: 'tweak',
    why: 'until the target is reached or the budget is spent',
    needs: ['pull', 'train'],
    permissions: [read],
    minutes: 7200,
  },
  {
    name: 'report',
    why: 'the smallest diff, as a pull request',
    needs: ['pull', 'tweak'],
    permissions: [
      'checks: write # the result, beside the commit',
      'contents: write # the branch that holds the edits',
      'pull-requests: write # the pull request',
    ],
    inputs: [['reproduce', 'true']],
    minutes: 1440,
  },
];

/** The text of the jobs, from `jobs:` on: one leg a changed script, each job able to go on alone. */
export function pipelineJobs(flavour: Flavour): string {
  return ['jobs:', ...jobs.flatMap((job) => linesOf(job, flavour))].join('\n');
}

function linesOf(
  { name, why, needs, permissions, minutes, ...job }: Job,
  { action, runsOn, inputs }: Flavour,
): string[] {
  const first = needs.length === 0;
  const own = first
    ? [['command', name], ...inputs.filter(([key]) => key === 'script')]
    : [
        ['command', name],
        ['script', '${{ matrix.script }}'],
        ...inputs.filter(([key]) => key !== 'script'),
        ...(job.inputs ?? []),
      ];
  return [
    `  ${name}: # ${why}`,
    `    name: ${first ? name : `${name} \${{ matrix.script }}`}`,
    ...(first ? [] : [`    needs: [${needs.join(', ')}]`, `    if: ${conditionOf(needs)}`]),
    `    runs-on: ${runsOn}`,
    `    timeout-minutes: ${minutes}`,
    '    permissions:',
    ...permissions.map((one) => `      ${one}`),
    ...(first
      ? ['    outputs:', '      scripts: ${{ steps.retune.outputs.scripts }}']
      : [
          '    strategy:',
          '      fail-fast: false',
          '      matrix:',
          '        script: ${{ fromJSON(needs.pull.outputs.scripts) }}',
        ]),
    '    steps:',
    `      - uses: ${checkout}`,
    '        with:',
    '          persist-credentials: false',
    ...(first ? ['      - id: retune', `        uses: ${action}`] : [`      - uses: ${action}`]),
    '        with:',
    ...own.map(([key = '', value = '']) => `          ${key}: ${value}`),
  ];
}

/** One script that fails must not keep the others from going on. */
function conditionOf(needs: readonly string[]): string {
  const any = "needs.pull.outputs.scripts != '[]'";
  return needs.length === 1 ? any : `\${{ !cancelled() && needs.pull.result == 'success' && ${any} }}`;
}
