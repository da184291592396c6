import { treeOf } from './training-key.ts';

/** What decides, beside files, arguments and seed, what a training comes to. */
export interface Ground {
  /** Absolute path of `images/runtime`: other hooks may read another metric. */
  readonly runtime: string;
  /** The image or interpreter, and what is installed there. */
  readonly environment: readonly string[];
  /** What the training code sees of our environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where declared data lies for the script, and what it holds. */
  readonly data: readonly string[];
  /** Folders of what known loaders were given. */
  readonly fetched: readonly string[];
  readonly network: 'none' | 'bridge';
  readonly gpus: 'none' | 'all';
}

/** Other with every terminal, and nothing that a model is made of. */
const ofTheTerminal = /^(PATH|SHELL|LOGNAME|TMPDIR|TMP|TEMP)$/;

/** The same text for the same ground. */
export async function textOf({ runtime, variables, ...rest }: Ground): Promise<string> {
  const lasting = Object.entries(variables).filter(([name]) => !ofTheTerminal.test(name));
  const sorted = lasting.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { environment, data, fetched, network, gpus } = rest;
  return JSON.stringify([environment, sorted, data, fetched, network, gpus, [...(await treeOf(runtime))]]);
}
