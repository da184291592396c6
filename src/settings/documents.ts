import { commands } from './commands.ts';
import { groups, type Setting } from './setting.ts';
import { table } from './table.ts';

/** What a step of the action leaves for the next one. */
export const outputs = {
  scripts: 'The training scripts that the push changed, as a JSON array: made for a matrix.',
  framework: 'The framework that trains, such as keras or scikit-learn.',
  family: 'The family of the model, such as cnn or random-forest.',
  verdict: 'How it ended: reached, reached-unconfirmed, below-target, exhausted, impossible or no-target.',
  reached: 'true when the target is reached, else false; by train in one run alone, not confirmed yet.',
  metric: 'The name of the metric.',
  value: "The metric's best value, as a plain number.",
  baseline: "The metric's value of the script as it was, as a plain number.",
  study: 'The name of the study.',
  'pull-request': 'Address of the pull request that holds the edits; empty when there is none.',
  'diff-file': 'Path of the diff of your own source; empty when nothing changed.',
  'summary-file': 'Path of the summary, as Markdown.',
} as const;
export type OutputName = keyof typeof outputs;

const notice = 'Made from src/settings/table.ts; RETUNE_UPDATE=1 npm test -- documents writes it again.';

/** The text of `action.yml`. */
export function actionYml(): string {
  const verbs = commands.map(({ name }) => name).join(', ');
  // No defaults here but for the token: GitHub would hand them in as if they had been given, and they would win over the file.
  const inputs = table
    .filter(({ input }) => input)
    .flatMap((setting) => entry(setting.name, inputText(setting), optional, ...preset(setting)));
  return [
    `# ${notice}`,
    'name: Retune',
    `description: ${quoted('Tunes a Python training script until its metric reaches your target, and shows the diff.')}`,
    'branding:',
    '  icon: sliders',
    '  color: blue',
    'inputs:',
    ...entry('command', `What to do: ${verbs}. Default: run.`, optional),
    ...inputs,
    'outputs:',
    ...Object.entries(outputs).flatMap(([name, text]) => entry(name, text)),
    'runs:',
    '  using: node24',
    '  main: dist/action.js',
    '  post: dist/post.js',
    '',
  ].join('\n');
}

const optional = '    required: false';

function preset({ preset: text }: Setting): string[] {
  return text === undefined ? [] : [`    default: ${text}`];
}

function inputText({ help, shape, flag, shown }: Setting): string {
  const lines = flag === 'rest' ? ' Quoted as in a shell.' : ' One a line.';
  return `${help}${shape === 'list' ? lines : ''} Default: ${shown === 'off' ? 'false' : shown}.`;
}

function entry(name: string, description: string, ...more: readonly string[]): string[] {
  return [`  ${name}:`, `    description: ${quoted(description)}`, ...more];
}

/** In the quotes that the formatter would choose. */
function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

/** The text of `docs/settings.md`. */
export function settingsMarkdown(): string {
  const parts = Object.entries(groups).flatMap(([group, title]) => {
    const rows = table.filter((setting) => setting.group === group).map(row);
    return [
      `## ${title}`,
      '',
      '| setting | what it does | default | given by | commands |',
      '|---|---|---|---|---|',
      ...rows,
      '',
    ];
  });
  return [
    `<!-- ${notice} -->`,
    '',
    '# Settings',
    '',
    'Whoever speaks last wins: default, then `.github/retune.yml`, then the inputs of the action, then the command line.',
    'A mistake in any of them is told with its place, all mistakes at once, before anything is spent.',
    '',
    '```yaml',
    '# .github/retune.yml: flat names; relative paths start from the root of the repository',
    'script: train.py',
    'target: 97 %',
    'trials: 40',
    'time: 2h',
    'keep: [batch_size, epochs]',
    '```',
    '',
    ...parts,
    '## Outputs of the action',
    '',
    '| output | what it is |',
    '|---|---|',
    ...Object.entries(outputs).map(([name, text]) => `| \`${name}\` | ${cell(text)} |`),
    '',
  ].join('\n');
}

function row(setting: Setting): string {
  const { name, placeholder, shape, help, shown, flag, input, file, commands: known } = setting;
  const written = {
    flag: [`\`--${name}${placeholder === '' ? '' : ` ${placeholder}`}\``],
    scripts: [`\`${placeholder}\``],
    rest: ['`-- …`'],
    none: [],
  }[flag];
  const by = [...written, ...(input ? ['input'] : []), ...(file ? ['file'] : [])].join(', ');
  const repeated = shape === 'list' ? ' May be given several times.' : '';
  return `| \`${name}\` | ${cell(help + repeated)} | ${cell(shown)} | ${cell(by)} | ${known.join(', ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
