import { ancestor } from '../python/syntax-tree.ts';
import { keywordValue } from '../python/calls.ts';
import type { CallFact } from './anatomy.ts';
import { estimatorFamilies, layerFamilies } from './families.data.ts';
import { families } from './program.ts';
import type { Family } from './program.ts';

export interface FamilyFinding {
  readonly family: Family;
  /** The calls that say so, the most telling first. */
  readonly because: readonly CallFact[];
}

/** What kind of model is made, by the constructors and layers that are called; names of files and variables say nothing. */
export function familyOf(facts: readonly CallFact[], framework: string): FamilyFinding {
  const networked = /keras|pytorch|lightning|tensorflow|flax|jax/.test(framework);
  const network = networked ? networkFamily(facts) : null;
  return network ?? estimatorFamily(facts) ?? { family: 'none', because: [] };
}

const layerLibraries = ['keras', 'torch', 'flax', 'torch_geometric', 'tensorflow'];

function networkFamily(facts: readonly CallFact[]): FamilyFinding | null {
  const layers = facts.filter(({ library }) => library !== null && layerLibraries.includes(library));
  const found = layerFamilies.flatMap(([family, pattern]) => {
    const because = layers.filter(({ name }) => pattern.test(name));
    return because.length === 0 ? [] : [{ family, because }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const recurrent = found.find(({ family }) => family === 'rnn');
  if (first.family === 'cnn' && recurrent !== undefined)
    return { family: 'cnn+rnn', because: [...first.because, ...recurrent.because] };
  const alone = first.family === 'mlp' && first.because.length === 1;
  return alone ? { family: singleLayer(facts), because: first.because } : first;
}

/** One dense layer alone is a linear model; the loss tells which. */
function singleLayer(facts: readonly CallFact[]): Family {
  const losses = facts.flatMap(({ name, call, reading }) => {
    const loss = name === 'compile' ? keywordValue(call, 'loss', reading) : null;
    return [name, ...(loss === null ? [] : [reading.textOf(loss)])];
  });
  if (losses.some((loss) => /cross_?entropy|nllloss|bce/i.test(loss))) return 'logistic-regression';
  return losses.some((loss) => /mse|mean_?squared|l1loss|mae|huber/i.test(loss)) ? 'linear-regression' : 'mlp';
}

interface Estimator {
  readonly family: Family;
  readonly fact: CallFact;
}

function estimatorFamily(facts: readonly CallFact[]): FamilyFinding | null {
  const estimators = facts.flatMap((fact): Estimator[] => {
    const family = familyNamed(fact);
    return family === null ? [] : [{ family, fact }];
  });
  // What stands inside another estimator is a part of it: the tree in AdaBoostClassifier(tree).
  const outer = estimators.filter(({ fact }) => !estimators.some((other) => holds(other.fact, fact)));
  const kinds = new Set(outer.map(({ family }) => family));
  const [first] = outer;
  if (first === undefined) return null;
  const because = outer.map(({ fact }) => fact);
  return { family: kinds.size === 1 ? first.family : 'multi', because };
}

function familyNamed({ library, name }: CallFact): Family | null {
  const table = library === null ? undefined : estimatorFamilies[library];
  return families.find((family) => table?.[family]?.split(' ').includes(name) === true) ?? null;
}

function holds(outer: CallFact, inner: CallFact): boolean {
  for (let above = ancestor(inner.call, 'call'); above !== null; above = ancestor(above, 'call'))
    if (above === outer.call) return true;
  return false;
}
