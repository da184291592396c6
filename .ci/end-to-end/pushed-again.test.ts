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
