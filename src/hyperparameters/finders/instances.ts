import { groupedBy } from '../../python/bindings.ts';
import { argumentsOf, calledName, callsIn } from '../../python/calls.ts';
import type { Module, Place } from '../../python/links.ts';
import { ancestor, descendants, fieldOf, isInside, isTarget } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** Every `config.rate`, in whichever file, where `config` is this class or an instance of it. */
export function readsOf(wanted: string, { node: around, module }: Place): readonly Place[] {
  return attributesNamed(wanted, around, module).filter(({ node }) => !isTarget(node));
}

/** Whether an attribute of the class is given another value somewhere than by the class. */
export function isAssignedElsewhere(wanted: string, { node: around, module }: Place): boolean {
  return attributesNamed(wanted, around, module).some(({ node }) => isTarget(node));
}

/** Every `settings.rate` beyond the class, where there is one instance and nobody else gives it a value. */
export function readsOutside(wanted: string, place: Place): readonly Place[] {
  if (constructions(place).length !== 1) return [];
  const outside = attributesNamed(wanted, place.node, place.module).filter(
    ({ node, module }) => module.path !== place.module.path || !isInside(node, place.node),
  );
  return outside.some(({ node }) => isTarget(node)) ? [] : outside;
}

function attributesNamed(wanted: string, around: SyntaxNode, home: Module): readonly Place[] {
  const names = instanceNames({ node: around, module: home });
  return home.modules.flatMap((module) =>
    (attributesOf(module).get(wanted) ?? [])
      .filter((node) => holds(fieldOf(node, 'object'), node, names, around, module))
      .map((node) => ({ node, module })),
  );
}

const attributes = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** A module's attributes by their names. */
function attributesOf({ root, textOf }: Module): ReadonlyMap<string, readonly SyntaxNode[]> {
  const known = attributes.get(root);
  if (known !== undefined) return known;
  const all = descendants(root).filter(({ type }) => type === 'attribute');
  const found = groupedBy(all, (node) => textOf(fieldOf(node, 'attribute') ?? node));
  attributes.set(root, found);
  return found;
}

/** Whether an object is the class, an instance of it, or what a function that takes one calls by the same name. */
function holds(
  object: SyntaxNode | null,
  use: SyntaxNode,
  names: ReadonlySet<string>,
  around: SyntaxNode,
  module: Module,
): boolean {
  if (object === null) return false;
  const word = module.textOf(object).split('.').at(-1) ?? '';
  if (word === 'self' || word === 'cls') return ancestor(use, 'class_definition') === around;
  return names.has(word);
}

/** The calls that make an instance of a class. */
export function constructions({ node: around, module }: Place): readonly Place[] {
  const name = nameOf(around, module);
  const own = (callsOf(module).get(name) ?? []).map((node) => ({ node, module }));
  const others = module
    .usesElsewhere(name)
    .flatMap(({ node, module: where }) =>
      node.field === 'function' && node.parent?.type === 'call' ? [{ node: node.parent, module: where }] : [],
    );
  return [...own, ...others];
}

const calls = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** A module's calls by what they call. */
function callsOf(module: Module): ReadonlyMap<string, readonly SyntaxNode[]> {
  const known = calls.get(module.root);
  if (known !== undefined) return known;
  const found = groupedBy(callsIn(module.root), (call) => calledName(call, module));
  calls.set(module.root, found);
  return found;
}

function nameOf(around: SyntaxNode, { textOf }: Module): string {
  const name = fieldOf(around, 'name');
  return name === null ? '' : textOf(name);
}

/** The class's own name, and those that hold what the class or a parser makes: `config = Config()`, `a, b = parser.parse_…()`. */
function instanceNames(place: Place): ReadonlySet<string> {
  const known = instances.get(place.node) ?? instanceNamesOf(place);
  instances.set(place.node, known);
  return known;
}

const instances = new WeakMap<SyntaxNode, ReadonlySet<string>>();

function instanceNamesOf(place: Place): ReadonlySet<string> {
  const own = nameOf(place.node, place.module);
  // `tyro.cli(Config)`, Hugging Face's parser: others make instances too.
  const parsed = place.module.modules.flatMap((module) =>
    callsIn(module.root)
      .filter(
        (call) =>
          calledName(call, module) === 'parse_args_into_dataclasses' ||
          argumentsOf(call).some((argument) => argument.type === 'identifier' && module.textOf(argument) === own),
      )
      .map((node) => ({ node, module })),
  );
  const names = [...constructions(place), ...parsed].flatMap(({ node, module }) => heldBy(node, module));
  return new Set([own, ...names.filter((name) => name !== '' && name !== ',')]);
}

function heldBy(made: SyntaxNode, module: Module): readonly string[] {
  const { parent, field } = made;
  // `parser.parse_args_into_dataclasses()[0]`
  if (parent?.type === 'subscript' && field === 'value') return heldBy(parent, module);
  // `def train(config=Config()):` and `config: Config = Config()` hold it under a name, too.
  if (parent === null) return [];
  const isDefault = field === 'value' && parent.type.endsWith('default_parameter');
  const left = parent.type === 'assignment' ? fieldOf(parent, 'left') : isDefault ? fieldOf(parent, 'name') : null;
  if (left === null) return [];
  const targets = left.type === 'pattern_list' || left.type === 'tuple_pattern' ? left.children : [left];
  return targets.map((target) => module.textOf(target).split('.').at(-1) ?? '');
}
