import { descendants } from '../python/syntax-tree.ts';
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
  const parts = partsOfOthers(estimators);
  const outer = estimators.filter(({ fact }) => !parts.has(fact));
  const main = outer.filter(({ family }) => !aside.includes(family));
  const likely = main.length > 0 ? main : outer;
  // What the script itself makes is its model, before what a module of its own makes on the way.
  const own = likely.filter(({ fact }) => fact.reading.entry);
  const counted = own.length > 0 ? own : likely;
  const kinds = new Set(counted.map(({ family }) => family));
  const [first] = counted;
  if (first === undefined) return null;
  const because = counted.map(({ fact }) => fact);
  return { family: kinds.size === 1 ? first.family : 'multi', because };
}

/** The estimators that are an argument of another, written there or by its name. */
function partsOfOthers(estimators: readonly Estimator[]): ReadonlySet<CallFact> {
  const owners = new Map<SyntaxNode, Set<CallFact>>();
  for (const { fact } of estimators)
    for (const value of named(fact)) owners.set(value, (owners.get(value) ?? new Set()).add(fact));
  const calls = new Set(estimators.map(({ fact }) => fact.call));
  // Upwards from each, as a script may make thousands of them.
  const isPart = (fact: CallFact): boolean => {
    for (let node: SyntaxNode | null = fact.call; node !== null; node = node.parent) {
      if (node !== fact.call && calls.has(node)) return true;
      if ([...(owners.get(node) ?? [])].some((owner) => owner !== fact)) return true;
    }
    return false;
  };
  return new Set(estimators.flatMap(({ fact }) => (isPart(fact) ? [fact] : [])));
}

/** The values of the names that stand in a call's arguments, lists of them too. */
function named({ call, reading }: CallFact): readonly SyntaxNode[] {
  const given = (node: SyntaxNode): readonly SyntaxNode[] =>
    descendants(node).flatMap((name) => {
      const value = name.type === 'identifier' ? reading.bindings.reaching(name)?.value : null;
      return value == null ? [] : [value];
    });
  const direct = given(call);
  const lists = direct.filter(({ type }) => ['list', 'dictionary', 'tuple'].includes(type));
  return [...direct, ...lists.flatMap(given)];
}
