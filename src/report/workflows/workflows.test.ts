import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ownWorkflows } from './own.ts';
import { userFiles } from './users.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const action = `ada/retune@${'0'.repeat(40)} # v0.1.0`;
const users = userFiles({ action, labels: ['self-hosted', 'gpu box'], runner: 'docker', target: '97 %' });

test.each(Object.entries(ownWorkflows))('%s is what the tables say', (path, make) => {
  const file = join(root, path);
  if (process.env.RETUNE_UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make());
  }
  if (readFileSync(file, 'utf8') !== make())
    throw new Error(`${path} is not what the tables say. Write it again: RETUNE_UPDATE=1 npm test -- workflows`);
});

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly permissions: object; readonly steps?: readonly { uses: string }[] }>
  >;
}
const workflows = [
  ...Object.entries(ownWorkflows).map(([path, make]) => [path, make()] as const),
  ...Object.entries(users),
]
  .filter(([path]) => path.includes('workflows/'))
  .map(([path, text]) => [path, parse(text) as Workflow] as const);

test.each(workflows)('%s gives no job more than it needs, and pins what it uses', (_, { permissions, jobs }) => {
  expect(permissions).toEqual({});
  const writers = Object.entries(jobs).filter(([, job]) => JSON.stringify(job.permissions).includes('write'));
  expect(['report', 'monitor', 'pipeline']).toEqual(expect.arrayContaining(writers.map(([name]) => name)));
  const used = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ uses }) => uses));
  for (const one of used) expect(one).toMatch(/^\.\/$|^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
});

test('the jobs of a user are the jobs of ours', () => {
  const ours = parse(ownWorkflows['.github/workflows/pipeline.yml']!()) as Workflow;
  const theirs = parse(users['.github/workflows/retune.yml']!) as Workflow;
  expect(Object.keys(theirs.jobs)).toEqual(['pull', 'detect', 'train', 'tweak', 'report']);
  expect(Object.keys(theirs.jobs)).toEqual(Object.keys(ours.jobs));
  expect(theirs.on).toMatchObject({ push: { 'branches-ignore': ['retune/**'] } });
});

test('what a user decided stands in the files, whatever it is', () => {
  expect(users['.github/retune.yml']).toContain("target: '97 %'");
  expect(users['.github/workflows/retune-monitor.yml']).toContain("runs-on: [self-hosted, 'gpu box']");
});
