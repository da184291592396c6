import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Variant } from '../hyperparameters/writing.ts';
import { outcomeDocument, planDocument } from './documents.ts';
import { outcome, plan } from './sample-study.ts';

const [first] = plan.hyperparameters;

/** A place that is written with nodes of the syntax tree, which know their parents. */
function inTree(): Hyperparameter {
  const node: { parent: unknown; children: unknown[] } = { parent: null, children: [] };
  node.children.push({ parent: node });
  return { ...first!, writing: { kind: 'variants', variants: [node as unknown as Variant] } };
}

/** As another program reads it. */
function read(document: object): unknown {
  return JSON.parse(JSON.stringify(document));
}

test('a place is told by what other programs need, whatever it is written with', () => {
  const { hyperparameters, ...rest } = plan;
  expect(read(planDocument({ ...rest, hyperparameters: [inTree()] }))).toMatchObject({
    hyperparameters: [{ id: first!.id, name: 'n_neighbors', value: '25', line: 12, form: 'keyword' }],
  });
  expect(JSON.stringify(planDocument(plan))).not.toContain('writing');
  expect(hyperparameters.length).toBeGreaterThan(0);
});

test('an outcome tells whether the target is reached, and its changes by place', () => {
  const change = { hyperparameter: inTree(), before: 25, after: 3 };
  const trial = { ...outcome.baseline, changes: [change] };
  const shown = { id: first!.id, path: 'train.py', name: 'n_neighbors', line: 12, before: 25, after: 3 };
  expect(read(outcomeDocument({ ...outcome, best: trial, trials: [trial], undone: [change] }))).toMatchObject({
    reached: true,
    verdict: 'reached',
    best: { changes: [shown] },
    trials: [{ changes: [shown] }],
    undone: [shown],
  });
  expect(read(outcomeDocument({ ...outcome, verdict: 'exhausted' }))).toMatchObject({ reached: false });
});
