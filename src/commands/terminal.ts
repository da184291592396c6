import type { FileEdit, Outcome } from '../report/outcome.ts';
import type { Settings } from '../settings/settings.ts';
import type { Program } from '../program/program.ts';

/** Where a command talks: answers go to `out`, everything else to `err`, so that `--json` can be piped. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What the caller may want to keep beside the text: the action makes outputs and state of it. */
  readonly note: (fact: Fact) => void;
  /** Whether `err` is a screen on which a line can be rewritten. */
  readonly live: boolean;
  readonly colour: boolean;
  readonly columns: number;
  /**
   * Aborted by Ctrl-C or a polite kill, with the signal as its reason: stop the training, keep the study. To be asked for
   * by who can do that; before, they end the process.
   */
  readonly interrupted: () => AbortSignal;
}

/** Something that became known while a command ran. */
export type Fact =
  /** Told before anything is spent. `folder` is absolute. */
  | { readonly kind: 'study'; readonly id: string; readonly folder: string; readonly cache: Settings['cache'] }
  /** What a push changed, relative to the current directory. */
  | { readonly kind: 'scripts'; readonly scripts: readonly string[]; readonly told: string }
  | { readonly kind: 'programs'; readonly programs: readonly Program[] }
  /** Something that its reader should know of, though it stops nothing. */
  | { readonly kind: 'warning'; readonly title: string; readonly message: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly edits: readonly FileEdit[] };

/** The exit code of an interrupted command, as shells count SIGINT. */
export const interruptedCode = 130;
