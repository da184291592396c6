import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectProgram } from '../program/detect.ts';
import type { SourceFile } from '../python/source.ts';
import { findHyperparameters } from './find.ts';
import { finderContract } from './finder.contract.ts';

const folder = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(folder).filter((name) => name.endsWith('.py'));

function script(name: string): SourceFile {
  return { path: 'train.py', text: readFileSync(join(folder, name), 'utf8') };
}

/** What a reader of the JSON needs to judge a case, and no more. */
async function summary(file: SourceFile): Promise<unknown> {
  const program = await detectProgram(file, [], () => 'present');
  const { found, left } = await findHyperparameters([file], program);
  return {
    framework: program.framework,
    family: program.family,
    confidence: program.confidence,
    evidence: program.evidence.map(({ line, text }) => `${line}: ${text}`),
    packages: program.packages.map(({ distribution }) => distribution),
    metric: program.metric,
    data: program.data.map(({ path }) => path),
    refused: program.refused?.code ?? null,
    hyperparameters: found.map((each) => {
      const { dimension } = each;
      const range =
        dimension.kind === 'choice'
          ? dimension.choices.map(String).join(' | ')
          : `${dimension.low} … ${dimension.high} ${dimension.scale}`;
      const place = `${each.place.start.line}:${each.place.start.column}-${each.place.end.column}`;
      const shown = each.arrival === null ? 'executed' : each.arrival.attribute;
      return `${each.id} = ${each.text} (${each.form} at ${place}; ${each.knob}: ${range}; ${shown})`;
    }),
    left: left.map(({ id, why }) => `${id}: ${why}`),
  };
}

/** Set to write what is found now as what is expected; read the difference before committing it. */
const accept = process.env.ACCEPT_FIXTURES !== undefined;

test.each(cases)('%s is understood as its JSON says', async (name) => {
  const expected = join(folder, name.replace('.py', '.json'));
  const told = await summary(script(name));
  if (accept) writeFileSync(expected, `${JSON.stringify(told, null, 2)}\n`);
  expect(told).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test.each(cases)('%s keeps the contract of all finders', async (name) => {
  await finderContract(script(name));
});

test('every idiom is met in some case', async () => {
  const all = await Promise.all(cases.map((name) => findHyperparameters([script(name)], { script: 'train.py' })));
  const forms = new Set(all.flatMap(({ found }) => found.map(({ form }) => form)));
  expect([...forms].toSorted()).toEqual([
    'argument-parser',
    'attribute',
    'constant',
    'default',
    'dictionary',
    'element',
    'insertion',
    'keyword',
    'layer',
    'local',
    'positional',
  ]);
});
