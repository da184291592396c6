import { parseArgs } from 'node:util';
import { commandNamed, commands, type CommandName } from './commands.ts';
import type { Given, Problem, Reading } from './given.ts';
import { didYouMean } from './nearest.ts';
import type { Setting } from './setting.ts';
import { table } from './table.ts';

/** What the person at the terminal asked for. */
export type CommandLine =
  | { readonly kind: 'help'; readonly about: CommandName | null }
  | { readonly kind: 'version' }
  /** `command` is `null` only where `reading.problems` says why. */
  | { readonly kind: 'command'; readonly command: CommandName | null; readonly reading: Reading };

/** Reads `process.argv.slice(2)`; what is wrong is listed, not thrown, so that all of it is told at once. */
export function readCommandLine(argv: readonly string[], directory: string): CommandLine {
  const end = argv.indexOf('--');
  const rest = end < 0 ? null : argv.slice(end + 1);
  const { flags, words } = tokens(end < 0 ? argv : argv.slice(0, end));
  const [verb, ...names] = words[0] === 'help' ? words.slice(1) : words;
  const command = verb === undefined ? undefined : commandNamed(verb)?.name;
  const asked = (name: string): boolean => flags.some((flag) => flag.name === name);
  if (asked('version')) return { kind: 'version' };
  if (asked('help') || words[0] === 'help' || argv.length === 0) return { kind: 'help', about: command ?? null };

  const read = flagsOf(flags, command ?? null, directory);
  const named = (name: string, texts: readonly string[], where: string): Given[] =>
    texts.length === 0 ? [] : [{ name, texts, origin: 'command line', where, base: directory }];
  const given = [...read.given, ...named('script', names, 'script'), ...named('arguments', rest ?? [], '--')];
  const problems = [...(command === undefined ? [unknownCommand(verb)] : []), ...read.problems];
  return { kind: 'command', command: command ?? null, reading: { given, problems } };
}

interface Flag {
  readonly name: string;
  readonly written: string;
  readonly value: string | undefined;
  readonly inline: boolean;
}

const flagged = table.filter(({ flag }) => flag === 'flag');

function tokens(args: readonly string[]): { flags: Flag[]; words: string[] } {
  const parsed = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
      ...Object.fromEntries(
        flagged.map(({ name, shape }) => [name, { type: shape === 'switch' ? 'boolean' : 'string' } as const]),
      ),
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return {
    flags: parsed.tokens.flatMap((token) =>
      token.kind === 'option'
        ? [{ name: token.name, written: token.rawName, value: token.value, inline: token.inlineValue === true }]
        : [],
    ),
    words: parsed.tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
  };
}

function flagsOf(flags: readonly Flag[], command: CommandName | null, base: string): Reading {
  const texts = new Map<Setting, string[]>();
  const problems: Problem[] = [];
  for (const flag of flags) {
    const setting = flagged.find(({ name }) => name === flag.name);
    const wrong = setting === undefined ? unknownFlag(flag) : wrongUse(flag, setting, command);
    if (wrong !== null) problems.push(wrong);
    else if (setting !== undefined) texts.set(setting, [...(texts.get(setting) ?? []), flag.value ?? 'true']);
  }
  const given = [...texts].map(([{ name }, values]): Given => ({
    name,
    texts: values,
    origin: 'command line',
    where: `--${name}`,
    base,
  }));
  return { given, problems };
}

function wrongUse({ value, inline, written }: Flag, setting: Setting, command: CommandName | null): Problem | null {
  if (command !== null && !setting.commands.includes(command)) {
    return {
      sentence: `${written} says nothing to ${command}; it belongs to ${setting.commands.join(', ')}`,
    };
  }
  // Without strict mode parseArgs takes the next flag as the value: `--trials --fresh`.
  const lacks = value === undefined || (!inline && /^--?[a-z]/i.test(value));
  if (setting.shape !== 'switch' && lacks)
    return { sentence: `${written} needs a value: ${written} ${setting.placeholder}` };
  return null;
}

function unknownFlag({ written, name }: Flag): Problem {
  const known = [...flagged.map((setting) => setting.name), 'help', 'version'];
  return {
    sentence: `unknown flag ${written}${didYouMean(name, known, '--')}`,
    help: `if ${written} is meant for the script, put it after --`,
  };
}

function unknownCommand(verb: string | undefined): Problem {
  if (verb === undefined) return { sentence: 'no command given', help: 'see --help for the list of commands' };
  if (/\.(py|ipynb)$/.test(verb)) {
    return { sentence: `"${verb}" is a script, not a command`, help: `say what to do with it, such as: run ${verb}` };
  }
  const names = commands.map(({ name }) => name);
  return {
    sentence: `unknown command "${verb}"${didYouMean(verb, names)}`,
    help: `the commands are ${names.join(', ')}`,
  };
}
