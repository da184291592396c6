import { descendants, fieldOf } from '../python/syntax-tree.ts';
import type { Anatomy } from './anatomy.ts';
import type { FamilyFinding } from './family-finding.ts';
import type { Family } from './program.ts';

/**
 * The family of a learner that the author wrote himself. No library says what it is, so here the names of
 * his own functions and classes must do, the more special words first.
 */
export function writtenFamily(anatomy: Anatomy): FamilyFinding {
  const words = anatomy.readings.flatMap((reading) =>
    descendants(reading.root).flatMap((node) => {
      const name = /^(function|class)_definition$/.test(node.type) ? fieldOf(node, 'name') : null;
      return name === null || !anatomy.runs(node, reading) ? [] : [reading.textOf(name)];
    }),
  );
  const said = [...words, ...anatomy.facts.map(({ name }) => name)].join(' ');
  const worlds = anatomy.facts.some(({ canonical }) => /^(gym|gymnasium)\./.test(canonical ?? ''));
  if (worlds) return { family: 'rl', because: [] };
  const solved = anatomy.facts.some(({ canonical }) => /\.linalg\.(solve|lstsq|inv|pinv)$/.test(canonical ?? ''));
  const named = telling.find(([, pattern]) => pattern.test(said))?.[0];
  if (solved && named === undefined) return { family: 'linear-regression', because: [] };
  const family = named ?? byLoss(anatomy);
  return { family, because: [] };
}

const telling: readonly (readonly [Family, RegExp])[] = [
  ['rl', /q_?learn|sarsa|bandit|monte_?carlo_?control|epsilon_?greedy|policy/i],
  ['boosting', /ada_?boost|gradient_?boost|weak_?learn|stump/i],
  ['random-forest', /random_?forest/i],
  ['decision-tree', /(?:create|build|grow|decision|regress\w*|predict)_?tree|best_?split|gini|cart\b/i],
  ['svm', /\bsvm|\bsmo|kernel_?trans/i],
  ['naive-bayes', /naive_?bayes|train_?nb|gaussian_?nb/i],
  ['knn', /k_?nn|k_?nearest|\bclassify0/i],
  ['clustering', /k_?means|cluster|centroid/i],
  ['density', /gmm|gaussian_?mixture|\bhmm/i],
  ['dim-reduction', /\bpca|svd_?est|eigen_?(face|vec|decomp)/i],
  ['rnn', /\b(simple_?)?rnn|lstm|\bgru\b/i],
  ['cnn', /conv(olve|olution|_?layer|2d)/i],
  ['mlp', /neural|network|\bmlp|hidden|back_?prop|layer|\bann\b/i],
  ['linear-classifier', /perceptron|adaline/i],
  ['logistic-regression', /logist|sigmoid|log_?regr|softmax/i],
  ['linear-regression', /linear|regres|lwlr|least_?squares/i],
];

/** Weights and no name: squares make a regression. */
function byLoss({ readings }: Anatomy): Family {
  const text = readings.map(({ text }) => text).join('\n');
  return /\*\*\s*2|np\.square/.test(text) && !text.includes('exp(') ? 'linear-regression' : 'none';
}
