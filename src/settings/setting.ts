import type { CommandName } from './commands.ts';
import type { Absolute, Parser } from './parsers.ts';
import type { Settings } from './settings.ts';

/** What a user can decide. */
export type Decided = Exclude<keyof Settings, 'decisions' | 'partOf'>;

/** Settings while they are being put together. */
export type Draft = { -readonly [K in keyof Settings]: Settings[K] };

/** One thing a user can decide. Flags, action inputs, file keys, help and documents all come from here. */
export interface Setting {
  /** As flag, as input and as key of the file. */
  readonly name: string;
  readonly key: Decided;
  readonly group: Group;
  readonly commands: readonly CommandName[];
  readonly shape: Parser<unknown>['shape'];
  /** What stands for the value in help: `N`, `TIME`. Empty for a switch. */
  readonly placeholder: string;
  /** The default, in words that read well after "Default:". */
  readonly shown: string;
  /** What it is for, in a sentence or two. */
  readonly help: string;
  /** How the command line gives it: a flag, the names before the flags, what follows `--`, not at all. */
  readonly flag: 'flag' | 'scripts' | 'rest' | 'none';
  readonly input: boolean;
  readonly file: boolean;
  /** What GitHub fills in where a workflow says nothing. Only for what no file could say: an input wins over the file. */
  readonly preset?: string;
  /** Reads the texts into the draft; answers what is wrong with them. */
  readonly read: (texts: readonly string[], draft: Draft, absolute: Absolute) => string | null;
}

/** Headings of help and documents, in order. */
export const groups = {
  script: 'The script',
  goal: 'The goal',
  budget: 'The budget',
  changes: 'What may change',
  environment: 'Where it runs',
  output: 'What happens with the result',
  disk: 'What is removed',
  workflows: 'Workflows on GitHub',
} as const;
export type Group = keyof typeof groups;

type Rest = Pick<Setting, 'shown' | 'help'> &
  Partial<Pick<Setting, 'placeholder' | 'flag' | 'input' | 'file' | 'preset'>>;

/** A row of the table; what is usual need not be said. */
export function setting<K extends Decided>(
  key: K,
  parser: Parser<Settings[K]>,
  name: string,
  group: Group,
  commands: readonly CommandName[],
  rest: Rest,
): Setting {
  const read: Setting['read'] = (texts, draft, absolute) => {
    const parsed = parser.parse(texts, absolute);
    if (!parsed.ok) return parsed.problem;
    draft[key] = parsed.value;
    return null;
  };
  const usual = { placeholder: '', flag: 'flag', input: true, file: true } as const;
  return { key, name, group, commands, shape: parser.shape, read, ...usual, ...rest };
}
