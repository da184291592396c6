import type { Value } from '../search/space.ts';
import type { DataRead } from './data-file.ts';

/**
 * What the runtime tells, one line of `events.jsonl` each (images/runtime/PROTOCOL.md). Decoded from
 * `unknown` by `runners/messages.ts`; `t` is seconds since the attempt's start.
 */
export type Message = { readonly t: number } & (
  | {
      readonly kind: 'started';
      readonly pid: number;
      readonly python: string;
      readonly versions: Readonly<Record<string, string>>;
      readonly devices: readonly string[];
    }
  | ({ readonly kind: 'received' } & Received)
  | {
      readonly kind: 'progress';
      readonly phase: 'import' | 'data' | 'train' | 'validate' | 'save';
      readonly epoch?: number;
      readonly epochs?: number;
      readonly step?: number;
      readonly steps?: number;
    }
  | ({ readonly kind: 'metric' } & Observation)
  | ({ readonly kind: 'randomness' } & Randomness)
  | ({ readonly kind: 'built' } & Built)
  | ({ readonly kind: 'data' } & DataRead)
  | ({ readonly kind: 'usage' } & Usage)
  | ({ readonly kind: 'cross-validated' } & CrossValidated)
  | { readonly kind: 'model'; readonly file: string; readonly bytes: number }
  /** The training ends with this epoch, as asked; the script goes on after it. */
  | { readonly kind: 'stopped'; readonly epoch: number }
  | { readonly kind: 'warning'; readonly code: string; readonly text: string }
  | { readonly kind: 'finished'; readonly exitCode: number }
  | ({ readonly kind: 'failed' } & Failure)
  | { readonly kind: 'timed-out'; readonly limit: number }
);

/** What the framework really held, and how we know (ARCHITECTURE.md, proof 2). */
export interface Received {
  readonly id: string;
  readonly value: Value;
  readonly witness: 'object' | 'executed';
}

export type Split = 'train' | 'validation' | 'test' | 'unknown';

/** What a run took of the machine: processor seconds of all its threads and processes, and bytes of memory at most. */
export interface Usage {
  readonly cpu: number;
  /** Processor seconds of the main thread alone. */
  readonly main: number;
  readonly memory: number;
  /** Whether there is a GPU that it may have used. */
  readonly accelerator: boolean;
}

/** How well the model does on its own training data, each part of it held out in turn. */
export interface CrossValidated {
  /** Canonical, as an observation's. */
  readonly name: string;
  /** One a fold. */
  readonly values: readonly number[];
  readonly rows: number;
}

/** A metric value with provenance. */
export interface Observation {
  /** Canonical: `accuracy`, `r2`, `rmse`, …; see PROTOCOL.md. */
  readonly name: string;
  readonly value: number;
  readonly split: Split;
  readonly epoch: number | null;
  readonly source: 'hook' | 'printed' | 'file' | 'notebook';
  /** The call or the line that told it. Data from a script: never a command, never markup. */
  readonly text: string;
  /** Rows of the evaluated set, when known. */
  readonly size: number | null;
  /** Standard deviation over folds, for a cross-validated mean. */
  readonly spread: number | null;
}

/** The first model that a batch has passed. */
export interface Built {
  readonly framework: string;
  /** Its class; `null` where only its parameters are known. */
  readonly model: string | null;
  /** Numbers that training changes. */
  readonly parameters: number | null;
  /** What each layer gives, or what each parameter is; one text each. */
  readonly shapes: readonly string[];
  /** Of the training data. */
  readonly rows: number | null;
  readonly classes: number | null;
  /** Bytes that the process has held at most by then. */
  readonly memory: number | null;
}

/** Which random streams the training draws from, and whether the data split shares one of them. */
export interface Randomness {
  readonly sources: readonly string[];
  readonly shared: boolean;
}

/** An exception of the user's script, at the innermost line that is the user's own. */
export interface Failure {
  readonly exitCode: number | null;
  readonly type: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}
