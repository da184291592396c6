import { commandNamed, commands, type Command, type CommandName } from './commands.ts';
import { groups, type Setting } from './setting.ts';
import { table } from './table.ts';

const width = 80;

/** What `--help` prints. `call` is how this very program was called, such as `node dist/cli.js`. */
export function generalHelp(call: string): string {
  const [run] = commands;
  return sections(
    fold('Retune tunes an unmodified Python training script until its metric reaches your target.'),
    `Usage: ${call} COMMAND SCRIPT [flags] [-- the script's own arguments]`,
    heading('Start here', examples(call, run)),
    heading(
      'Commands',
      commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`),
    ),
    heading('More', [
      `  ${call} COMMAND --help   the flags of a command`,
      `  ${call} --version`,
      ...fold(
        'Most flags can also stand in .github/retune.yml, as "name: value"; docs/settings.md has them all.',
        '  ',
      ),
    ]),
    heading('Exit codes', [
      '  0  done, or the target is reached     3  target not reached, best kept',
      '  1  a bug in Retune                    4  refused, with the reason',
      '  2  a mistake in settings or script    5  the machine prevents it',
    ]),
  );
}

/** What `COMMAND --help` prints. */
export function commandHelp(name: CommandName, call: string): string {
  const command = commandNamed(name);
  if (command === undefined) return generalHelp(call);
  const files = { none: '', one: ' SCRIPT', some: ' SCRIPT...', any: ' [SCRIPT...]', study: ' STUDY' }[command.scripts];
  const settings = table.filter(({ commands }) => commands.includes(name));
  const rest = settings.some(({ flag }) => flag === 'rest') ? " [-- the script's own arguments]" : '';
  const flags = settings.filter(({ flag }) => flag === 'flag');
  return sections(
    `Usage: ${call} ${name}${files} [flags]${rest}`,
    fold(command.does),
    heading('Examples', examples(call, command)),
    ...Object.entries(groups).map(([group, title]) =>
      heading(
        title,
        flags.filter((setting) => setting.group === group).flatMap((setting) => describeFlag(setting)),
      ),
    ),
    '  --help shows this text.',
  );
}

function describeFlag({ name, placeholder, shape, help, shown }: Setting): string[] {
  const flag = `  --${name}${placeholder === '' ? '' : ` ${placeholder}`}`;
  const more = shape === 'list' ? ' May be repeated.' : '';
  const standard = shape === 'switch' || shown === 'none' ? '' : ` Default: ${shown}.`;
  const [first = '', ...lines] = fold(`${help}${more}${standard}`, ' '.repeat(25));
  return flag.length < 24 ? [flag.padEnd(25) + first.trimStart(), ...lines] : [flag, first, ...lines];
}

/** The explanations beside the commands when all of them fit there, else each above its own. */
function examples(call: string, command: Command): string[] {
  const lines = command.examples.map(([line, meaning]) => ({ start: `  ${call} ${line}`, meaning }));
  const column = Math.max(...lines.map(({ start }) => start.length));
  const beside = lines.map(({ start, meaning }) => `${start.padEnd(column)}   # ${meaning}`);
  return beside.every((line) => line.length <= width)
    ? beside
    : lines.flatMap(({ start, meaning }) => [`  # ${meaning}`, start]);
}

function heading(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

/** Blank lines between what is not empty. */
function sections(...parts: readonly (string | readonly string[])[]): string {
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Words in lines that are not wider than a terminal. */
export function fold(text: string, indent = '', limit = width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (longer.length > limit && line !== '') {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
