import type { RecordedEvent, StudyEvent } from '../study/events.ts';
import type { Journal } from '../study/ports.ts';

/** What any journal must do. `open` gives the same record again, as another process would see it. */
export function journalContract(name: string, fresh: () => { open: () => Journal }): void {
  describe(`${name} keeps the contract of a journal`, () => {
    test('it is empty at first', async () => {
      expect(await fresh().open().read()).toEqual([]);
    });

    test('what was appended is read, numbered from 0, by anyone', async () => {
      const { open } = fresh();
      const journal = open();
      const appended: RecordedEvent[] = [];
      for (const event of everyEvent) appended.push(await journal.append(event));
      expect(appended.map(({ n }) => n)).toEqual(everyEvent.map((_, index) => index));
      expect(appended.map(({ event }) => event)).toEqual(everyEvent);
      expect(await journal.read()).toEqual(appended);
      expect(await open().read()).toEqual(appended);
    });

    test('a prefix, then the rest, is all of it', async () => {
      for (let length = 0; length <= everyEvent.length; length += 1) {
        const { open } = fresh();
        for (const event of everyEvent.slice(0, length)) await open().append(event);
        const later = open();
        for (const event of everyEvent.slice(length)) await later.append(event);
        expect((await open().read()).map(({ event }) => event)).toEqual(everyEvent);
      }
    });

    test('appends that are not waited for keep their order', async () => {
      const { open } = fresh();
      const journal = open();
      await Promise.all(everyEvent.map((event) => journal.append(event)));
      expect((await open().read()).map(({ event }) => event)).toEqual(everyEvent);
    });

    test('what could not be read back is not written, and does no harm', async () => {
      const { open } = fresh();
      const journal = open();
      await journal.append(everyEvent[0]!);
      const notANumber: StudyEvent = {
        kind: 'trial-suggested',
        trial: 1,
        values: { 'a::b': Number.NaN },
        why: '',
        undoes: null,
      };
      const values = { 'a::b': Number.POSITIVE_INFINITY };
      await expect(journal.append({ ...notANumber, values })).rejects.toThrow(/cannot be recorded/);
      await expect(journal.append(notANumber)).rejects.toThrow(/cannot be recorded/);
      await journal.append(everyEvent[1]!);
      expect((await open().read()).map(({ n }) => n)).toEqual([0, 1]);
    });
  });
}

const observation = {
  name: 'accuracy',
  value: 0.9722,
  split: 'test',
  epoch: null,
  source: 'printed',
  text: 'Präzision 😀 "98 %"\u2028{"sum":"0123456789abcdef"}',
  size: 360,
  spread: null,
} as const;
const ended = {
  kind: 'attempt-ended',
  attempt: 1,
  seconds: 1.5,
  observations: [],
  received: [],
  randomness: null,
  mismatches: [],
} as const;
const data = [{ path: '/data/train.csv', bytes: 120, digest: '0a1b' }];
const failure = { exitCode: 1, type: 'ValueError', message: 'no', file: 'train.py', line: 12 };

/** One event of each kind and shape. */
export const everyEvent: readonly StudyEvent[] = [
  {
    kind: 'session-started',
    command: 'run',
    decisions: [{ name: 'data', texts: ['../digits', '/data:in'], base: '/home/ada/project' }],
    partOf: {
      repository: 'ada/digits',
      run: 1_234_567_890_123,
      attempt: 2,
      ref: 'refs/heads/main',
      api: 'https://api.github.com',
    },
  },
  { kind: 'session-started', command: 'train', decisions: [], partOf: null },
  { kind: 'session-stopped', signal: 'SIGINT', host: 'gpu-1', boot: '3f1c9a52-6a0e-4b7e-9a1d-2f9e5b8c7d60' },
  {
    kind: 'goal-set',
    target: { metric: 'accuracy', direction: 'maximise', value: 0.8, trainMetric: false },
    budget: { trials: 20, seconds: null },
    repeats: 3,
  },
  {
    kind: 'space-set',
    space: {
      dimensions: [
        { kind: 'real', id: 'a', low: 1e-5, high: 0.1, scale: 'log', start: 0.01 },
        { kind: 'integer', id: 'b', low: 1, high: 64, scale: 'linear', start: 3 },
        { kind: 'choice', id: 'c', choices: ['adam', 1, true, null], start: null },
      ],
    },
    left: [{ id: 'd', why: 'no witness' }],
  },
  { kind: 'trial-suggested', trial: 1, values: { a: 0.1 + 0.2, b: 3, c: 'adam' }, why: 'first', undoes: null },
  { kind: 'trial-suggested', trial: 2, values: { a: 0.1 }, why: 'without b', undoes: 1 },
  { kind: 'attempt-started', trial: 0, attempt: 1, purpose: { kind: 'baseline' }, seed: null },
  { kind: 'attempt-started', trial: 1, attempt: 1, purpose: { kind: 'dry-build' }, seed: null },
  { kind: 'attempt-started', trial: 1, attempt: 1, purpose: { kind: 'confirmation', repeat: 2 }, seed: 7 },
  {
    ...ended,
    trial: 0,
    ending: { kind: 'finished' },
    observations: [observation],
    received: [{ id: 'a', value: 1e-7, witness: 'object' }],
    randomness: { sources: ['keras'], shared: false },
  },
  { ...ended, trial: 6, ending: { kind: 'finished' }, disagreement: 'accuracy: the script says 0.9' },
  { ...ended, trial: 7, ending: { kind: 'finished' }, crossValidated: { name: 'r2', values: [0.5, -0.1], rows: 90 } },
  { ...ended, data, trial: 1, ending: { kind: 'failed', failure, lastLines: ['Traceback', ''] } },
  { ...ended, trial: 2, ending: { kind: 'timed-out', limit: 60, lastLines: [] } },
  { ...ended, trial: 3, ending: { kind: 'lost', why: 'killed', lastLines: [] } },
  { ...ended, trial: 4, ending: { kind: 'stopped' } },
  { ...ended, trial: 5, ending: { kind: 'never-started' } },
  { kind: 'search-ended', verdict: { kind: 'reached', winner: 1, minimal: true } },
  { kind: 'search-ended', verdict: { kind: 'no-metric', seen: ['loss'] } },
  { kind: 'search-ended', verdict: { kind: 'baseline-failed' } },
];
