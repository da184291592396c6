import { definitionNamed, methodIn } from '../../python/calls-everywhere.ts';
import { calledName, callsIn } from '../../python/calls.ts';
import type { Module, Place } from '../../python/links.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** `self.save_hyperparameters()` keeps what `__init__` was given: `self.hparams.lr`, `self.hparams['lr']`. */
export function savedByLightning(target: SyntaxNode, module: Module): readonly Place[] {
  const definition = ancestor(target, 'function_definition');
  const isParameter = target.parent?.type === 'parameters' || target.parent?.parent?.type === 'parameters';
  return definition === null || !isParameter ? [] : savedReads(module.textOf(target), definition, module);
}

/** Where what was given by this name is read back; a class of the author's from which this one inherits may save and read it, too. */
export function savedReads(name: string, definition: SyntaxNode, module: Module): readonly Place[] {
  const around = ancestor(definition, 'class_definition');
  if (around === null || module.textOf(fieldOf(definition, 'name') ?? definition) !== '__init__') return [];
  const family = lineage({ node: around, module }, 0);
  if (!family.some(saves)) return [];
  const spellings = [`self.hparams.${name}`, `self.hparams['${name}']`, `self.hparams["${name}"]`];
  return family.flatMap(({ node: each, module: home }) =>
    descendants(each)
      .filter(({ type }) => type === 'attribute' || type === 'subscript')
      .filter((node) => spellings.includes(home.textOf(node)))
      .map((node) => ({ node, module: home })),
  );
}

function saves(place: Place): boolean {
  const start = methodIn(place, '__init__');
  return start !== null && callsIn(start).some((call) => calledName(call, place.module) === 'save_hyperparameters');
}

const deepest = 4;

/** A class, and those of the author's own that it inherits from. */
function lineage(place: Place, depth: number): readonly Place[] {
  const parents = depth < deepest ? namedChildren(fieldOf(place.node, 'superclasses') ?? place.node) : [];
  const above = parents.flatMap((parent) => {
    const own = parent.type === 'identifier' ? definitionNamed(parent, place.module) : null;
    return own?.node.type === 'class_definition' && own.node !== place.node ? lineage(own, depth + 1) : [];
  });
  return [place, ...above];
}
