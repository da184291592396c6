import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { commandsIn } from './log.ts';
import type { Heard } from './log.ts';

/** One step of a job that uses our action. */
export interface StepOptions {
  /** Folder with `action.yml` and `dist`. */
  readonly action: string;
  /** Its checkout. */
  readonly workspace: string;
  /** For the runner's own files; each step makes a folder of its own in it. */
  readonly temp: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What else the job has in its environment: `GITHUB_…`, `ACTIONS_…`, the user's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What `${{ github.token }}` stands for. */
  readonly token?: string;
  readonly node?: string;
}

export interface Phase {
  /** `null`: ended by a signal. */
  readonly code: number | null;
  readonly log: string;
  readonly heard: readonly Heard[];
  /** Markdown. */
  readonly summary: string;
}

export interface StepResult {
  readonly outcome: 'success' | 'failure' | 'cancelled';
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly main: Phase;
  readonly post: Phase;
}

export interface RunningStep {
  readonly result: Promise<StepResult>;
  /** Resolves as soon as the log shows this. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  /** As when a person cancels the run. */
  readonly cancel: () => Promise<void>;
  /** As when the machine is switched off: nothing of ours gets another turn, no post step either. */
  readonly pullThePlug: () => void;
}

/** The runner's patience, in milliseconds: `ProcessInvoker.cs` of actions/runner 2.336. */
const afterInterrupt = 7500;
const afterTerminate = 2500;

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

export function runStep(options: StepOptions): Promise<StepResult> {
  return startStep(options).result;
}

/** Runs main, then post, as GitHub's runner does: the same files, variables and signals. */
export function startStep(options: StepOptions): RunningStep {
  const action = parse(readFileSync(join(options.action, 'action.yml'), 'utf8')) as Action;
  const files = filesIn(mkdtempSync(join(options.temp, 'step-')));
  const main = startPhase(action.runs.main, options, action, files, {});
  let cancelled = false;
  let unplugged = false;
  const result = main.ended.then(async ({ code, log }): Promise<StepResult> => {
    const state = pairsIn(files.state);
    const first: Phase = { code, log, heard: commandsIn(log), summary: readFileSync(files.summary, 'utf8') };
    const outcome = cancelled ? 'cancelled' : code === 0 ? 'success' : 'failure';
    const left = { outcome, outputs: pairsIn(files.output), state, main: first } as const;
    if (unplugged) return { ...left, post: { code: null, log: '', heard: [], summary: '' } };
    writeFileSync(files.summary, '');
    const second = await startPhase(action.runs.post, options, action, files, state).ended;
    const summary = readFileSync(files.summary, 'utf8');
    return { ...left, post: { ...second, heard: commandsIn(second.log), summary } };
  });
  return {
    result,
    shows: main.shows,
    cancel: async () => {
      cancelled = true;
      process.kill(main.pid, 'SIGINT');
      if (await within(main.ended, afterInterrupt)) return;
      process.kill(main.pid, 'SIGTERM');
      if (await within(main.ended, afterTerminate)) return;
      killTree(main.pid);
    },
    pullThePlug: () => {
      unplugged = true;
      killTree(main.pid);
    },
  };
}

interface Files {
  readonly output: string;
  readonly state: string;
  readonly summary: string;
  readonly env: string;
  readonly path: string;
}

function filesIn(folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const files = { output: at('output'), state: at('state'), summary: at('summary'), env: at('env'), path: at('path') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  return files;
}

interface RunningPhase {
  readonly pid: number;
  readonly ended: Promise<{ readonly code: number | null; readonly log: string }>;
  readonly shows: (text: string | RegExp) => Promise<void>;
}

function startPhase(
  file: string,
  { action: folder, workspace, inputs, env = {}, token = '', node = process.execPath }: StepOptions,
  action: Action,
  files: Files,
  state: Readonly<Record<string, string>>,
): RunningPhase {
  const given = Object.entries(action.inputs).map(([name, input]) => {
    const preset = (input.default ?? '').replace('${{ github.token }}', token);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, inputs[name] ?? preset];
  });
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const child = spawn(node, [join(folder, file)], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      ...(Object.fromEntries(given) as Record<string, string>),
      ...Object.fromEntries(Object.entries(state).map(([name, text]) => [`STATE_${name}`, text])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_ENV: files.env,
      GITHUB_PATH: files.path,
    },
  });
  let log = '';
  const waiting: { readonly text: string | RegExp; readonly done: () => void }[] = [];
  const isShown = (text: string | RegExp): boolean => (typeof text === 'string' ? log.includes(text) : text.test(log));
  const hear = (chunk: Buffer): void => {
    log += chunk.toString('utf8');
    for (const { text, done } of waiting) if (isShown(text)) done();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<{ code: number | null; log: string }>((done) => {
    child.on('close', (code) => {
      done({ code, log });
    });
  });
  const shows = async (text: string | RegExp): Promise<void> => {
    const seen = new Promise<'seen'>((done) => {
      if (isShown(text)) done('seen');
      waiting.push({
        text,
        done: () => {
          done('seen');
        },
      });
    });
    if ((await Promise.race([seen, ended])) !== 'seen')
      throw new Error(`The step ended without ${String(text)}:\n${log}`);
  };
  return { pid: child.pid ?? 0, ended, shows };
}

/** `name=value`, and `name<<delimiter` … `delimiter` for values of several lines. */
export function pairsIn(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const pairs: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, long, delimiter] = /^([^=]*?)<<(.+)$/.exec(line) ?? [];
    if (long !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`The runner refuses a value without its delimiter: ${line}`);
      pairs[long] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) pairs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return pairs;
}

async function within(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(milliseconds, 'late', { signal: timer.signal }).catch(() => 'late');
  const first = await Promise.race([ended, late]);
  timer.abort();
  return first !== 'late';
}

/** A process and all below it, by force. Processes that left the tree by a session of their own are not below it. */
function killTree(pid: number): void {
  for (const child of childrenOf(pid)) killTree(child);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        const stat = readFileSync(`/proc/${one}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
      } catch {
        return false;
      }
    });
}
