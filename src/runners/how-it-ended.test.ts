import type { Ending } from '../study/ending.ts';
import { type Evidence, howItEnded } from './how-it-ended.ts';

const nothing: Evidence = {
  lastWord: null,
  exit: null,
  stopped: null,
  rebooted: false,
  limit: 60,
  lastLines: ['last'],
};
const lastLines = ['last'];
const failure = { exitCode: 1, type: 'ValueError', message: 'no', file: 'train.py', line: 2 };
const finished = { kind: 'finished', t: 1, exitCode: 0 } as const;
const failed = { kind: 'failed', t: 1, ...failure } as const;
const exit = (code: number | null, signal: string | null = null): Partial<Evidence> => ({ exit: { code, signal } });
const system = (code: number): Ending => ({
  kind: 'failed',
  failure: {
    exitCode: code,
    type: 'SystemExit',
    message: `the script ended with exit code ${code}`,
    file: null,
    line: null,
  },
  lastLines,
});
const lost = (why: string): object => ({ kind: 'lost', why: expect.stringContaining(why) as unknown, lastLines });

test.each<[string, Partial<Evidence>, object]>([
  ['it said that it finished', { lastWord: finished, ...exit(0) }, { kind: 'finished' }],
  [
    'it finished, then crashed while Python shut down',
    { lastWord: finished, ...exit(null, 'SIGSEGV') },
    { kind: 'finished' },
  ],
  ['it finished just before we stopped it', { lastWord: finished, stopped: 'stop' }, { kind: 'finished' }],
  ['it finished with a code of its own', { lastWord: { ...finished, exitCode: 3 } }, system(3)],
  ['it failed', { lastWord: failed, ...exit(1) }, { kind: 'failed', failure, lastLines }],
  ['it failed by our signal', { lastWord: failed, stopped: 'stop', ...exit(1) }, { kind: 'stopped' }],
  [
    'it said that time is up',
    { lastWord: { kind: 'timed-out', t: 60, limit: 60 } },
    { kind: 'timed-out', limit: 60, lastLines },
  ],
  [
    'we ended it as its time was up',
    { stopped: 'time-limit', ...exit(null, 'SIGKILL') },
    { kind: 'timed-out', limit: 60, lastLines },
  ],
  ['its runtime ended it without a word', exit(124), { kind: 'timed-out', limit: 60, lastLines }],
  ['we stopped it', { stopped: 'stop', ...exit(null, 'SIGKILL') }, { kind: 'stopped' }],
  ['it left past the runtime', exit(5), system(5)],
  ['it left past the runtime, content', exit(0), { kind: 'finished' }],
  ['killed', exit(null, 'SIGKILL'), lost('out of memory')],
  ['killed behind a shell', exit(137), lost('out of memory')],
  ['crashed', exit(null, 'SIGSEGV'), lost('native code')],
  ['ended from outside', exit(null, 'SIGTERM'), lost('SIGTERM')],
  ['ended by a signal we have no words for', exit(null, 'SIGXFSZ'), lost('ended by SIGXFSZ')],
  ['gone, and not our child', {}, lost('is gone')],
  ['the machine went down', { rebooted: true }, lost('restarted')],
  ['it finished before the machine went down', { rebooted: true, lastWord: finished }, { kind: 'finished' }],
])('%s', (_, evidence, ending) => {
  expect(howItEnded({ ...nothing, ...evidence })).toEqual(ending);
});
