import { commandNamed, commands, type CommandName } from './commands.ts';
import type { Given, Reading } from './given.ts';
import { didYouMean } from './nearest.ts';
import type { Setting } from './setting.ts';
import { table } from './table.ts';
import { splitWords } from './words.ts';

/** Inputs as GitHub hands them to an action: `INPUT_<NAME>`, empty when not given. */
export type Inputs = Readonly<Record<string, string | undefined>>;

export interface ActionInputs {
  /** `null` only where `reading.problems` says why. */
  readonly command: CommandName | null;
  readonly reading: Reading;
}

/** Reads the action's inputs from the environment that it is given; `directory` is the workspace. */
export function readAction(env: Inputs, directory: string): ActionInputs {
  const verb = inputOf(env, 'command') || 'run';
  const command = commandNamed(verb)?.name ?? null;
  const names = commands.map(({ name }) => name);
  const given = table
    .filter(({ input }) => input)
    .flatMap((setting): Given[] => {
      const text = inputOf(env, setting.name);
      const { name } = setting;
      if (text === '') return [];
      return [{ name, texts: textsOf(setting, text), origin: 'action', where: `input ${name}`, base: directory }];
    });
  const problems =
    command === null ? [{ sentence: `input command: unknown command "${verb}"${didYouMean(verb, names)}` }] : [];
  return { command, reading: { given, problems } };
}

function inputOf(env: Inputs, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

/** A list stands one item a line; arguments as in a shell. */
function textsOf({ shape, flag }: Setting, text: string): readonly string[] {
  if (flag === 'rest') return splitWords(text);
  if (shape !== 'list') return [text];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
