import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { byKind, decode, type Decoder, fields, finite, integer, nullable, text, truth } from '../../decode.ts';
import { writeDurably } from '../../machine/write-durably.ts';
import type { Exit } from '../how-it-ended.ts';
import type { OwnProcess } from './own-processes.ts';

/** Forks trials from a process that has imported the frameworks once (PROTOCOL.md, warm processes). */
export interface WarmStarts {
  /** Begins with the imports, if that has not been done: whoever starts next waits less. */
  begin(): void;
  /** The process of an attempt; `null`: it is to start cold. */
  start(folder: string): Promise<OwnProcess | null>;
}

export interface WarmOptions {
  readonly python: string;
  readonly runtime: string;
  readonly source: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The share of a trial that imports must cost to be worth a process that holds them. */
  readonly worthwhile?: number;
  /** Told why trials start cold though they need not. */
  readonly say?: (text: string) => void;
}

/** Milliseconds for the imports and the probe. */
const longestStart = 180_000;

type Answer = Readonly<
  | { kind: 'ready'; seconds: number }
  | { kind: 'refused'; why: string }
  | { kind: 'started'; folder: string; pid: number }
  | { kind: 'ended'; pid: number; code: number | null; signal: string | null; hung: boolean }
>;
const answer: Decoder<Answer> = byKind({
  ready: fields({ seconds: finite }),
  refused: fields({ why: text() }),
  started: fields({ folder: text(4096), pid: integer(1) }),
  ended: fields({ pid: integer(1), code: nullable(integer()), signal: nullable(text(20)), hung: truth }),
});

export function warmStarts(options: WarmOptions): WarmStarts {
  const { worthwhile = 0.1 } = options;
  // Once a fork has hung, this study starts cold for ever: also in another process of ours.
  const remembered = join(dirname(options.source), 'cold.json');
  let running: Promise<Server | string> | null = null;
  let off = false;
  const begin = async (): Promise<Server | string> =>
    existsSync(remembered) ? 'one that was forked warm did nothing; remembered in cold.json' : startServer(options);
  return {
    begin: () => void (running ??= begin()),
    async start(folder) {
      if (off) return null;
      const server = await keepingAlive((running ??= begin()));
      if (typeof server === 'string') {
        off = true;
        options.say?.(`trials start cold: ${server}`);
        return null;
      }
      const begun = performance.now();
      const child = await server.fork(folder);
      void child?.ended.then(async () => {
        const seconds = (performance.now() - begun) / 1000;
        if (child.exit()?.hung === true) await writeDurably(remembered, '{"v":1,"why":"a forked trial did nothing"}\n');
        else if (server.imports >= worthwhile * (server.imports + seconds)) return;
        // Cheap imports, or a hung fork, which its own ending tells.
        off = true;
        server.end();
      });
      return child;
    },
  };
}

interface Server {
  /** Seconds that the imports took. */
  readonly imports: number;
  fork(folder: string): Promise<OwnProcess | null>;
  end(): void;
}

/** A text says why there is none. */
async function startServer({ python, runtime, source, script, environment }: WarmOptions): Promise<Server | string> {
  const process = spawn(python, [join(runtime, 'attempt.py'), '--warm'], {
    cwd: source,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: environment,
  });
  const children = new Map<number, (exit: Exit) => void>();
  const waiting: ((answer: Answer | null) => void)[] = [];
  const gone = new Promise<null>((resolve) => {
    process.once('error', () => {
      resolve(null);
    });
    process.once('exit', () => {
      resolve(null);
    });
  });
  void gone.then(() => {
    // Nobody tells any more how they end; whether they live can still be seen.
    for (const tell of children.values()) tell({ code: null, signal: null });
    for (const wait of waiting.splice(0)) wait(null);
  });
  process.stdin.on('error', () => undefined);
  createInterface({ input: process.stdout }).on('line', (line) => {
    const decoded = decode(answer, parsed(line));
    if (!decoded.ok) return;
    if (decoded.value.kind === 'ended') children.get(decoded.value.pid)?.(decoded.value);
    else waiting.shift()?.(decoded.value);
  });
  const ask = (request: object): Promise<Answer | null> => {
    const answered = new Promise<Answer | null>((resolve) => waiting.push(resolve));
    process.stdin.write(`${JSON.stringify(request)}\n`);
    return Promise.race([answered, gone]);
  };

  letGo(process);
  const ready = await within(longestStart, ask({ source, script }));
  if (ready?.kind !== 'ready') {
    process.kill('SIGKILL');
    return ready?.kind === 'refused' ? ready.why : 'the process that was to import the frameworks ended or hung';
  }
  return {
    imports: ready.seconds,
    async fork(folder) {
      const started = await keepingAlive(within(10_000, ask({ folder })));
      if (started?.kind !== 'started') return null;
      return forked(started.pid, (tell) => children.set(started.pid, tell));
    },
    end() {
      process.stdin.end();
    },
  };
}

function forked(pid: number, listen: (tell: (exit: Exit) => void) => void): OwnProcess {
  let exit: Exit | null = null;
  const ended = new Promise<void>((resolve) => {
    listen((seen) => {
      exit ??= seen;
      resolve();
    });
  });
  // Without news of it, it is looked at like anybody's process.
  const unheard = (): boolean => exit !== null && exit.code === null && exit.signal === null;
  return {
    get pid() {
      return unheard() ? 0 : pid;
    },
    exit: () => exit,
    ended,
  };
}

/** Our own end must not wait for it: it ends when it sees its input closed. */
function letGo(process: ChildProcess): void {
  process.unref();
  (process.stdin as Socket).unref();
  (process.stdout as Socket).unref();
}

/** Does not keep this process alive: nobody may be waiting. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  const cancel = new AbortController();
  const late = pause(milliseconds, null, { signal: cancel.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([promise, late]);
  } finally {
    cancel.abort();
  }
}

async function keepingAlive<T>(promise: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, 60_000);
  try {
    return await promise;
  } finally {
    clearInterval(timer);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
