import { checkout } from './pins.data.ts';

export interface MonitorFlavour {
  readonly action: string;
  /** Labels of the runner, as `runs-on:` takes them. */
  readonly labels: string;
  /** The workflow file whose runs it looks after. */
  readonly watched: string;
}

/** The workflow that starts again what died; off the hour, when GitHub's own timer is late or drops runs. */
export function monitorWorkflow({ action, labels, watched }: MonitorFlavour): string {
  const local = action.startsWith('./');
  return [
    'name: Retune monitor',
    'on:',
    '  schedule:',
    "    - cron: '7/15 * * * *'",
    '  workflow_dispatch:',
    'permissions: {}',
    'concurrency:',
    '  group: retune-monitor',
    '  cancel-in-progress: false',
    'jobs:',
    '  monitor:',
    '    name: monitor',
    `    runs-on: ${labels}`,
    '    timeout-minutes: 15',
    '    permissions:',
    '      actions: write # runs that died are run again',
    '      checks: read # why a job ended stands in its annotations',
    '      contents: read',
    '    steps:',
    ...(local ? [`      - uses: ${checkout}`, '        with:', '          persist-credentials: false'] : []),
    `      - uses: ${action}`,
    '        with:',
    '          command: monitor',
    `          workflow: ${watched}`,
    '',
  ].join('\n');
}
