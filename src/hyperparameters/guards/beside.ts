import { argumentsOf, keywordValue } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { LiteralValue } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Arrival } from '../finders/finder.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** Guards that look at the arguments beside the value. */

const solversWithL1: readonly LiteralValue[] = ['liblinear', 'saga'];

/** The L1 penalty needs one of two solvers. */
export const penalty: Guard = (arrival, _, reading) => {
  const solver = valueBeside('solver', arrival, reading);
  if (solver !== undefined && solversWithL1.includes(solver)) return { kind: 'tunable', choices: ['l1', 'l2'] };
  return left('the solver beside it takes no other penalty');
};

/** Of the solvers, those that can do the penalty that is written beside. */
export const linearSolver: Guard = (arrival, _, reading) => {
  const chosen = valueBeside('penalty', arrival, reading);
  if (chosen === 'elasticnet') return left('an elastic net needs this solver');
  if (chosen === 'l1') return { kind: 'tunable', choices: ['liblinear', 'saga'] };
  // Not liblinear: it refuses more than two classes from scikit-learn 1.8 on.
  const several = ['lbfgs', 'newton-cg', 'sag', 'saga'];
  const own = readLiteral(reading.textOf(arrival.node))?.value;
  return { kind: 'tunable', choices: own === 'liblinear' ? ['liblinear', ...several] : several };
};

/** Vectors that were learnt elsewhere have the size they have. */
export const learntEmbedding: Guard = ({ call, node }, _, reading) => {
  if (['weights', 'embeddings_initializer'].some((name) => keywordValue(call, name, reading) !== null))
    return left('the vectors that it is filled with have this size');
  return reading.textOf(node) === '1' ? left('one number for each word is a bias') : tunable;
};

/** The degree counts for a polynomial kernel only. */
export const polynomial: Guard = (arrival, _, reading) =>
  valueBeside('kernel', arrival, reading) === 'poly' ? tunable : left('the kernel beside it has no degree');

/** A tree of depth d has no more than 2^d leaves. */
export const leavesWithinDepth: Guard = (arrival, _, reading) => {
  const depth = valueBeside('max_depth', arrival, reading);
  return typeof depth === 'number' && depth > 0
    ? { kind: 'tunable', most: Math.max(2, 2 ** Math.min(depth, 30) - 1) }
    : tunable;
};

/** And a tree that must hold n leaves is at least log2(n + 1) deep. */
export const depthAboveLeaves: Guard = (arrival, _, reading) => {
  const leaves = valueBeside('num_leaves', arrival, reading);
  return typeof leaves === 'number' && leaves > 1
    ? { kind: 'tunable', least: Math.ceil(Math.log2(leaves + 1)) }
    : tunable;
};

/** The literal that another argument of the same call has, or another key of the same dictionary. */
function valueBeside(name: string, { call, node }: Arrival, reading: Reading): LiteralValue | undefined {
  const given = keywordValue(call, name, reading) ?? keyBeside(name, node, reading) ?? splatted(name, call, reading);
  return given === null ? undefined : readLiteral(reading.textOf(given))?.value;
}

function keyBeside(name: string, node: SyntaxNode, reading: Reading): SyntaxNode | null {
  const binding = node.type === 'identifier' ? reading.bindings.reaching(node) : null;
  return inDictionary(name, binding?.value ?? node, reading);
}

function splatted(name: string, call: SyntaxNode, reading: Reading): SyntaxNode | null {
  const splat = argumentsOf(call).find(({ type }) => type === 'dictionary_splat');
  const inner = splat?.children.at(-1);
  return inner === undefined ? null : keyBeside(name, inner, reading);
}

function inDictionary(name: string, dictionary: SyntaxNode, reading: Reading): SyntaxNode | null {
  if (dictionary.type !== 'dictionary') return null;
  const pair = descendants(dictionary).find((node) => {
    const key = node.type === 'pair' ? fieldOf(node, 'key') : null;
    return key !== null && readLiteral(reading.textOf(key))?.value === name;
  });
  return pair === undefined ? null : fieldOf(pair, 'value');
}
