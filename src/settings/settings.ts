import type { Direction } from '../metrics.ts';
import type { Decision } from './decision.ts';
import type { RunIdentity } from './run-identity.ts';

/** Where a setting came from; errors name it. */
export type Origin = 'default' | 'file' | 'action' | 'command line';

export interface DataMount {
  /** On this machine; absolute. */
  readonly host: string;
  /** Where the script finds it, relative to its working directory or absolute; default: the same name. */
  readonly inside: string | null;
}

/** A target as it was written. What it means depends on the metric: see `resolveTarget`. */
export interface GivenTarget {
  readonly text: string;
  readonly value: number;
  /** Whether a percent sign was seen. */
  readonly percent: boolean;
}

/** Everything the user decided, resolved and checked once; nothing below the edge reads anything else. */
export interface Settings {
  /** As given, relative to the current directory. */
  readonly scripts: readonly string[];
  readonly arguments: readonly string[];
  /** Commits to compare with, the first that git has; empty: the parent. `everything` stands for no commit at all. */
  readonly since: readonly string[];
  /** What becomes of a confirmed winner, where there is a repository on GitHub. */
  readonly pullRequest: 'open' | 'none';
  /** For GitHub's API and for fetching commits; `null`: none. */
  readonly token: string | null;
  /** Canonical name; `null`: take the script's own metric, the one a careful reader would take. */
  readonly metric: string | null;
  /** Given for every metric whose direction its name does not tell. */
  readonly direction: Direction | null;
  /** `null`: the metric's default (accuracy: 0.80). */
  readonly target: GivenTarget | null;
  /** Trials beside the baseline. */
  readonly trials: number;
  /** Seconds for the whole study; `null`: no limit. */
  readonly time: number | null;
  readonly totalEpochs: number | null;
  /** Seconds for one attempt; `null`: learnt from the baseline. */
  readonly trialTime: number | null;
  /** Runs that prove a winner (design: k = 3). */
  readonly repeats: number;
  /** Attempts that may run side by side. */
  readonly parallel: number;
  /** Seed of the search; never of the script. */
  readonly seed: number;
  /** Names or ids of hyper-parameters: only these, also those that no witness can see; empty: all. */
  readonly tune: readonly string[];
  /** Names or ids that stay as they are. */
  readonly keep: readonly string[];
  /** A metric on training data may count as reaching the target. */
  readonly trainMetric: boolean;
  readonly data: readonly DataMount[];
  /** The script's working directory, absolute; `null`: the script's own folder. */
  readonly directory: string | null;
  readonly runner: 'local' | 'docker';
  /** The image that images are made from: Debian or Ubuntu with Python. */
  readonly baseImage: string;
  /** Bytes that a container may use; `null`: nine tenths of the machine's. */
  readonly memory: number | null;
  /** Processors that a container may use; `null`: all. */
  readonly cpus: number | null;
  /** Of a container, in the engine's words. */
  /** With docker: whether a training sees the machine's GPUs. */
  readonly gpus: 'none' | 'all';
  readonly network: 'none' | 'bridge';
  /** Every trial starts in a process of its own, also where one that has imported the frameworks could be forked. */
  readonly noWarm: boolean;
  /** Interpreter to use, a name on PATH or an absolute path; `null`: the best one on PATH. */
  readonly python: string | null;
  /** Package index for PyTorch: CPU wheels from pytorch.org, or whatever the default index has. */
  readonly pytorch: 'cpu' | 'default';
  /** Of TensorFlow and XGBoost, which come in two: for processors alone, or with CUDA. */
  readonly build: 'cpu' | 'cuda';
  /** Whose package versions are installed: those of the author's manifests, or those that come with Retune. */
  readonly versions: 'author' | 'retune';
  /** Absolute. */
  readonly home: string;
  /** Where studies are kept beside the home, for another machine to go on. */
  readonly cache: 'github' | 'none';
  readonly fresh: boolean;
  /** The winner's changes stay as the search found them, also those that are not needed. */
  readonly asFound: boolean;
  readonly reproduce: boolean;
  readonly apply: boolean;
  readonly json: boolean;
  /** `detect`: the files named are logs, and the metrics that they tell are wanted. */
  readonly metricText: boolean;
  /** The action's step fails when the target is not reached. */
  readonly failBelowTarget: boolean;
  /** `prune`: seconds since a study was last used. */
  readonly olderThan: number;
  /** `prune`: everything that nobody holds, whatever its age. */
  readonly all: boolean;
  /** `monitor`: the workflow file whose runs it looks after. */
  readonly workflow: string;
  /** `monitor`: how often one run of it is started again. */
  readonly restarts: number;
  /** `init`: what the self-hosted runner is called by. */
  readonly labels: readonly string[];
  /** `init`: the action as workflows name it, pinned; `null`: this very one. */
  readonly action: string | null;
  /** `init`: overwrite. */
  readonly force: boolean;
  /** Everything above that is not a default, as it was decided. */
  readonly decisions: readonly Decision[];
  /** The workflow that this command is part of, if any. */
  readonly partOf: RunIdentity | null;
}

/** What holds when nobody says otherwise. The table's `shown` says the same in words. */
export const defaults: Settings = {
  scripts: [],
  arguments: [],
  since: [],
  pullRequest: 'open',
  token: null,
  metric: null,
  direction: null,
  target: null,
  trials: 20,
  time: null,
  totalEpochs: null,
  trialTime: null,
  repeats: 3,
  parallel: 1,
  seed: 0,
  tune: [],
  keep: [],
  trainMetric: false,
  data: [],
  directory: null,
  runner: 'local',
  baseImage: 'python:3.12-slim-bookworm',
  memory: null,
  cpus: null,
  gpus: 'none',
  network: 'none',
  noWarm: false,
  python: null,
  pytorch: 'cpu',
  build: 'cpu',
  versions: 'author',
  home: '~/.retune',
  cache: 'github',
  fresh: false,
  asFound: false,
  reproduce: false,
  apply: false,
  json: false,
  metricText: false,
  failBelowTarget: false,
  olderThan: 30 * 24 * 60 * 60,
  all: false,
  workflow: 'retune.yml',
  restarts: 5,
  labels: [],
  action: null,
  force: false,
  decisions: [],
  partOf: null,
};
