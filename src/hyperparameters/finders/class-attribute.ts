import { argumentsOf, callsIn, calledName, keywordValue, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';

/** `class Config: lr = 0.1`, a dataclass's `lr: float = field(default=0.1)`: on to every `config.lr`. */
export const classAttribute: Finder = {
  name: 'class attribute',
  form: ({ node }) => (isAnnotated(node) ? 'default' : 'attribute'),
  follow: (carried) => {
    const reading = carried.module;
    const name = attributeName(wholeDefault(carried.node, reading));
    const around = name === null ? null : ancestor(name, 'class_definition', 'function_definition');
    if (name === null || around?.type !== 'class_definition') return null;
    const wanted = reading.textOf(name);
    if (isGivenElsewhere(wanted, around, reading)) return [];
    return descendants(reading.root)
      .filter((node) => node.type === 'attribute' && node.field !== 'left')
      .filter((node) => reading.textOf(fieldOf(node, 'attribute') ?? node) === wanted)
      .filter((node) => holds(fieldOf(node, 'object'), node, around, reading))
      .map((node): Step => ({ kind: 'on', carried: { ...carried, node } }));
  },
};

/** `field(default=0.1)` stands for its default. */
function wholeDefault(node: SyntaxNode, reading: Reading): SyntaxNode {
  const slot = slotOf(node, reading);
  const wrapped = slot?.keyword === 'default' && calledName(slot.call, reading) === 'field';
  return wrapped ? slot.call : node;
}

function attributeName({ parent, field }: SyntaxNode): SyntaxNode | null {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  return left?.type === 'identifier' ? left : null;
}

function isAnnotated(node: SyntaxNode): boolean {
  const statement = ancestor(node, 'assignment');
  return statement !== null && fieldOf(statement, 'type') !== null;
}

/** A constructor call that names it, or an assignment, says something else than the class does. */
function isGivenElsewhere(wanted: string, around: SyntaxNode, reading: Reading): boolean {
  const given = constructions(around, reading).some((call) => {
    const splat = argumentsOf(call).some(({ type }) => type === 'dictionary_splat');
    return splat || keywordValue(call, wanted, reading) !== null;
  });
  const assigned = descendants(reading.root).some(
    (node) =>
      node.type === 'attribute' &&
      node.field === 'left' &&
      node.parent?.type === 'assignment' &&
      reading.textOf(fieldOf(node, 'attribute') ?? node) === wanted &&
      holds(fieldOf(node, 'object'), node, around, reading),
  );
  return given || assigned;
}

/** Whether an object is the class, an instance of it, or what a function that takes one calls by the same name. */
function holds(object: SyntaxNode | null, use: SyntaxNode, around: SyntaxNode, reading: Reading): boolean {
  if (object === null) return false;
  const word = reading.textOf(object).split('.').at(-1) ?? '';
  if (word === 'self' || word === 'cls') return ancestor(use, 'class_definition') === around;
  const className = fieldOf(around, 'name');
  if (className !== null && word === reading.textOf(className)) return true;
  return instanceNames(around, reading).has(word);
}

function constructions(around: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const name = fieldOf(around, 'name');
  return name === null
    ? []
    : callsIn(reading.root).filter((call) => calledName(call, reading) === reading.textOf(name));
}

/** The names that hold what the class or Hugging Face's parser makes: `config = Config()`, `a, b = parser.parse_…()`. */
function instanceNames(around: SyntaxNode, reading: Reading): ReadonlySet<string> {
  const name = fieldOf(around, 'name');
  const own = name === null ? '' : reading.textOf(name);
  // `tyro.cli(Config)`, Hugging Face's parser: others make instances too.
  const parsed = callsIn(reading.root).filter(
    (call) =>
      calledName(call, reading) === 'parse_args_into_dataclasses' ||
      argumentsOf(call).some((argument) => argument.type === 'identifier' && reading.textOf(argument) === own),
  );
  const names = [...constructions(around, reading), ...parsed].flatMap(({ parent }) => {
    const left = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
    if (left === null) return [];
    const targets = left.type === 'pattern_list' || left.type === 'tuple_pattern' ? left.children : [left];
    return targets.map((target) => reading.textOf(target).split('.').at(-1) ?? '');
  });
  return new Set(names.filter((name) => name !== '' && name !== ','));
}
