import type { GitObjects } from './git-objects.ts';

export interface Pull {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  merged: boolean;
  readonly head: string;
  readonly base: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  status: string;
  conclusion: string | null;
  output: { readonly title: string; readonly summary: string } | null;
}

export interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly comments: { readonly id: number; body: string }[];
}

export interface Job {
  readonly id: number;
  readonly name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  /** ISO 8601. */
  started_at: string;
  completed_at: string | null;
  readonly runner_name?: string | null;
  readonly labels?: readonly string[];
  /** What GitHub writes beside a job: "lost communication with the server" and the like. */
  readonly annotations?: readonly string[];
}

export interface Run {
  readonly id: number;
  readonly name: string;
  /** `.github/workflows/pipeline.yml` */
  readonly path: string;
  readonly event: string;
  readonly head_branch: string;
  readonly head_sha: string;
  run_attempt: number;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting';
  conclusion: string | null;
  created_at: string;
  updated_at: string;
  jobs: Job[];
}

/** An entry of the cache, as the API lists it. */
export interface ListedEntry {
  readonly id: number;
  readonly ref: string;
  readonly key: string;
  readonly version: string;
  /** ISO 8601. */
  readonly created_at: string;
  readonly size_in_bytes: number;
}

export interface Dispatch {
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What the token of the workflow may do, and what the repository's settings allow. */
export interface Allowed {
  readonly permissions: Readonly<
    Partial<Record<'contents' | 'pull-requests' | 'checks' | 'actions' | 'issues', 'read' | 'write'>>
  >;
  /** "Allow GitHub Actions to create and approve pull requests". */
  readonly createPullRequests: boolean;
}

/** Everything that the fake holds; tests look at it and change it. */
export interface State {
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string;
  readonly objects: GitObjects;
  readonly pulls: Pull[];
  readonly checks: CheckRun[];
  readonly issues: Issue[];
  readonly runs: Run[];
  readonly dispatches: Dispatch[];
  readonly caches: ListedEntry[];
  allowed: Allowed;
  /** So many requests from now on are answered 502, as by a GitHub that has a bad moment. */
  hiccups: number;
  /** Called when somebody asks for another run; a test starts one there. */
  readonly rerun: (run: Run, failedOnly: boolean) => void;
  readonly dispatch: (dispatch: Dispatch) => void;
}

/** An answer that is no success. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a handler is asked. */
export interface Question {
  readonly state: State;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Has been checked against GitHub's description. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Address of the API, without a slash at the end. */
  readonly url: string;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Handler = (question: Question) => Reply;

/** A field that GitHub's description says is a text. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new Refusal(404, 'Not Found');
  return thing;
}
