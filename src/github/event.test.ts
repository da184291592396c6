import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvent, refuseForeign } from './event.ts';
import type { WorkflowEvent } from './event.ts';

const folder = mkdtempSync(join(tmpdir(), 'retune-event-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function eventOf(name: string, payload: unknown): Promise<WorkflowEvent> {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  const env = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'ada/models' };
  const event = await readEvent(env);
  if (event === null) throw new Error('an event was expected');
  return event;
}

const zero = '0'.repeat(40);
const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

test.each([
  ['a push', 'push', { before: a, after: b, commits: [{ id: b }] }, [a, `${b}^`, 'everything']],
  ['a force push', 'push', { before: a, after: c, forced: true, commits: [{ id: c }] }, [a, `${c}^`, 'everything']],
  [
    'the first push of a branch',
    'push',
    { before: zero, created: true, commits: [{ id: b }, { id: c }] },
    [`${b}^`, 'everything'],
  ],
  ['a new branch without a commit of its own', 'push', { before: zero, created: true, commits: [] }, ['HEAD']],
  ['a deleted branch', 'push', { before: a, after: zero, deleted: true, commits: [] }, ['HEAD']],
  [
    'a push to a branch of ours',
    'push',
    { ref: 'refs/heads/retune/train-1a2b3c4d', before: zero, after: b, commits: [{ id: b }] },
    ['HEAD'],
  ],
  ['a payload that tells little', 'push', {}, ['everything']],
  ['a run by hand', 'workflow_dispatch', { inputs: { script: 'train.py' } }, ['everything']],
])('%s', async (_, name, payload, since) => {
  expect(await eventOf(name, payload)).toEqual({ name, since, foreign: false, head: null });
});

test('a pull request is compared with its base, and refused when a fork sent it', async () => {
  const from = (full_name: string | null): unknown => ({
    pull_request: { base: { sha: a }, head: { sha: b, ref: 'try', repo: full_name === null ? null : { full_name } } },
  });
  expect(await eventOf('pull_request', from('Ada/Models'))).toMatchObject({
    since: [a, 'everything'],
    foreign: false,
    head: { commit: b, branch: 'try' },
  });
  for (const other of ['eve/models', null]) {
    const event = await eventOf('pull_request', from(other));
    expect(() => {
      refuseForeign(event);
    }).toThrow(/code of a fork/);
  }
});

test('outside of a workflow there is no event', async () => {
  expect(await readEvent({})).toBeNull();
});
