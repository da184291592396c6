/** Where a command talks: answers go to `out`, everything else to `err`, so that `--json` can be piped. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a screen on which a line can be rewritten. */
  readonly live: boolean;
  readonly colour: boolean;
  readonly columns: number;
  /** Aborted by Ctrl-C or a polite kill: stop the training, keep the study. */
  readonly interrupted: AbortSignal;
}

/** The exit code of an interrupted command, as shells count SIGINT. */
export const interruptedCode = 130;
