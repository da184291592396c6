import { descendants, isInside } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { estimatorFamilyOf } from './estimators.ts';
import type { FamilyFinding } from './family-finding.ts';
import { networkFamily } from './network-family.ts';
import type { Family } from './program.ts';
import { writtenFamily } from './written-family.ts';

/** What kind of model is made, by the constructors and layers that are reached; names of files say nothing. */
export function familyOf(anatomy: Anatomy, framework: string): FamilyFinding {
  const networked = /keras|pytorch|lightning|tensorflow|flax|jax|transformers/.test(framework);
  const found = (networked ? networkFamily(anatomy, framework) : null) ?? estimatorFamily(anatomy.facts);
  if (found !== null) return found;
  return /^(numpy|pytorch|tensorflow|jax)$/.test(framework) ? writtenFamily(anatomy) : { family: 'none', because: [] };
}

interface Estimator {
  readonly family: Family;
  readonly fact: CallFact;
}

// They prepare for others where others are.
const aside: readonly Family[] = ['dim-reduction'];

function estimatorFamily(facts: readonly CallFact[]): FamilyFinding | null {
  const estimators = facts.flatMap((fact): Estimator[] => {
    const family = fact.canonical === null ? null : estimatorFamilyOf(fact.canonical);
    return family === null ? [] : [{ family, fact }];
  });
  // What stands inside another estimator is a part of it: the tree in AdaBoostClassifier(tree).
  const outer = estimators.filter(({ fact }) => !estimators.some((other) => holds(other.fact, fact)));
  const main = outer.filter(({ family }) => !aside.includes(family));
  const counted = main.length > 0 ? main : outer;
  const kinds = new Set(counted.map(({ family }) => family));
  const [first] = counted;
  if (first === undefined) return null;
  const because = counted.map(({ fact }) => fact);
  return { family: kinds.size === 1 ? first.family : 'multi', because };
}

/** Whether one estimator is an argument of the other, written there or by its name. */
function holds(outer: CallFact, inner: CallFact): boolean {
  if (outer === inner || outer.reading !== inner.reading) return false;
  if (outer.call !== inner.call && isInside(inner.call, outer.call)) return true;
  return named(outer).some((value) => isInside(inner.call, value));
}

const values = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/** The values of the names that stand in a call's arguments, lists of them too. */
function named({ call, reading }: CallFact): readonly SyntaxNode[] {
  const known = values.get(call);
  if (known !== undefined) return known;
  const given = (node: SyntaxNode): readonly SyntaxNode[] =>
    descendants(node).flatMap((name) => {
      const value = name.type === 'identifier' ? reading.bindings.reaching(name)?.value : null;
      return value == null ? [] : [value];
    });
  const direct = given(call);
  const lists = direct.filter(({ type }) => ['list', 'dictionary', 'tuple'].includes(type));
  const found = [...direct, ...lists.flatMap(given)];
  values.set(call, found);
  return found;
}
