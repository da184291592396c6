import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, root, temporary } from './command.ts';

type Changes = readonly { readonly after: string }[];

interface Document {
  readonly study: string;
  readonly trials: readonly { readonly changes: Changes }[];
  readonly best: { readonly changes: Changes };
}

test('a script that is pushed again with another line begins with what did best before', async () => {
  using folder = temporary('pushed-again');
  const script = join(folder.path, 'train.py');
  copyFileSync(join(root, 'examples/sklearn-knn/train.py'), script);
  const env = homeIn(folder.path);
  const home = env.RETUNE_HOME ?? '';
  const call = { cwd: folder.path, env };
  const run = async (): Promise<Document> => {
    const { code, out, err } = await retune(['run', 'train.py', '--target', '0.98', '--seed', '1', '--json'], call);
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as Document;
  };
  const first = await run();
  writeFileSync(script, `# Seen again.\n${readFileSync(script, 'utf8')}`);
  const second = await run();
  expect(second.study).not.toBe(first.study);
  expect(second.best.changes.map(({ after }) => after)).toEqual(first.best.changes.map(({ after }) => after));
  const [tried] = second.trials;
  expect(tried?.changes.map(({ after }) => after)).toEqual(first.best.changes.map(({ after }) => after));
  const journal = readFileSync(join(home, 'studies', second.study, 'journal.jsonl'), 'utf8');
  expect(/"why":"([^"]*)"/.exec(journal)?.[1]).toMatch(/earlier study/);
});

test('a merged diff costs no training: its push takes over what the winner told', async () => {
  using folder = temporary('merged');
  copyFileSync(join(root, 'examples/sklearn-knn/train.py'), join(folder.path, 'train.py'));
  const call = { cwd: folder.path, env: homeIn(folder.path) };
  const run = (...more: readonly string[]) =>
    retune(['run', 'train.py', '--target', '0.98', '--seed', '1', '--json', ...more], call);
  const first = await run('--apply');
  expect(first.code).toBe(0);
  const second = await run();
  expect(second.code).toBe(0);
  const { study } = JSON.parse(second.out) as { study: string };
  expect(meanOf(second.out)).toBe(meanOf(first.out));
  expect(second.err).toMatch(/Trial 0 was trained before, .*\(study train-\w+, trial \d+\)/);
  const journal = readFileSync(join(call.env.RETUNE_HOME ?? '', 'studies', study, 'journal.jsonl'), 'utf8');
  expect(journal.match(/"kind":"attempt-ended"/g)).toHaveLength(2);
  expect(journal.match(/"takenFrom"/g)).toHaveLength(2);
  const third = await run('--fresh');
  expect(third.err).not.toContain('was trained before');
});

function meanOf(out: string): number {
  return (JSON.parse(out) as { confirmation: { mean: number } }).confirmation.mean;
}
