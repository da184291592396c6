/** A setting as somebody decided it: texts that mean the same on any day. */
export interface Decision {
  /** The setting's name in the table of settings. */
  readonly name: string;
  readonly texts: readonly string[];
  /** The folder that relative paths in the texts start from; absolute. */
  readonly base: string;
}

/** The run of a workflow that a command is part of. */
export interface RunIdentity {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: number;
  readonly attempt: number;
  /** `refs/heads/main`. */
  readonly ref: string;
  /** Where GitHub's API is. */
  readonly api: string;
}

/** One command's work on a study: what it was asked for. Enough to start the same again. */
export interface Session {
  readonly command: string;
  readonly decisions: readonly Decision[];
  /** `null` outside of workflows. */
  readonly partOf: RunIdentity | null;
}

/** How a command was asked to stop in good order, and did. */
export interface Stop {
  /** `SIGINT`: Ctrl-C or a cancelled job. `SIGTERM`: `kill`, or a system that shuts down; which of them, `boot` tells later. */
  readonly signal: 'SIGINT' | 'SIGTERM';
  readonly host: string;
  /** The boot of that machine; empty where unknown. */
  readonly boot: string;
}
