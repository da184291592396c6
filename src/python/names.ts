import { returnedValues } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import type { Binding } from './scopes.ts';
import { ancestor, descendants, fieldOf, namedChildren } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** One imported name: the local spelling is what `binding` binds. */
export interface Import {
  readonly module: string;
  /** What was asked of the module; `null` for the module itself, `*` for everything. */
  readonly name: string | null;
  readonly statement: SyntaxNode;
}

/** What names refer to, through imports, aliases and simple assignments. */
export interface Names {
  readonly imports: readonly Import[];
  /** `keras.layers.Dense` for `Dense`, `layers.Dense` or `tf.keras.layers.Dense`; `null` if it cannot be told. */
  canonical(expression: SyntaxNode): string | null;
  /** The canonical name of the constructor that made this object. */
  madeBy(expression: SyntaxNode): string | null;
  /** The local function or class that a callee names. */
  definitionOf(callee: SyntaxNode): SyntaxNode | null;
}

// Several addresses of one thing; the first that matches is applied.
const addresses: readonly (readonly [RegExp, string])[] = [
  [/^tensorflow\.(?:python\.|compat\.v[12]\.)?(?:_api\.v2\.)?keras\b/, 'keras'],
  [/^tensorflow\.(optimizers|losses|metrics|initializers)\b/, 'keras.$1'],
  [/^(?:tf_keras|keras_core)\b/, 'keras'],
  [/^keras\.(?:api|src|_tf_keras\.keras)\b/, 'keras'],
  [/^(?:pytorch_lightning|lightning_fabric)\b/, 'lightning'],
  [/^xgboost\.sklearn\./, 'xgboost.'],
];
/**
 * What `from … import *` of a module is known to bring, and no other: of several, the one that has a name is meant.
 * PyTorch's are the ones that scripts import whole beside others.
 */
const offered: readonly (readonly [module: string, names: RegExp])[] = [
  [
    'torch.nn',
    /^(Module|Sequential|ModuleList|Linear|Conv\dd|ConvTranspose\dd|MaxPool\dd|AvgPool\dd|Adaptive\w+Pool\dd|BatchNorm\dd|LayerNorm|Dropout\d?d?|ReLU|GELU|Sigmoid|Tanh|Softmax|LogSoftmax|LeakyReLU|Flatten|Embedding|LSTM|GRU|RNN|Transformer\w*|MultiheadAttention|\w+Loss|Parameter|DataParallel)$/,
  ],
  ['torch.optim', /^(SGD|Adam\w*|RMSprop|Adagrad|Adadelta|NAdam|RAdam|LBFGS|Rprop|lr_scheduler)$/],
  ['torch.utils.data', /^(Dataset|DataLoader|TensorDataset|Subset|random_split|\w+Sampler)$/],
];

function offers(module: string, name: string): boolean {
  return offered.some((one) => one[0] === module && one[1].test(name));
}

const builtins =
  'bool dict enumerate float getattr globals input int len list max min open print range round set setattr str sum super tuple zip'.split(
    ' ',
  );
const deepest = 12;

export function readNames(root: SyntaxNode, text: string, bindings: Bindings): Names {
  const textOf = ({ start, end }: SyntaxNode): string => text.slice(start, end);
  const imports = importsIn(root, textOf);
  const everything = imports.filter(({ name }) => name === '*');

  const address = (node: SyntaxNode, depth: number): string | null => {
    if (depth > deepest) return null;
    if (node.type === 'parenthesized_expression') return inside(node, (inner) => address(inner, depth + 1));
    if (node.type === 'attribute') {
      // `tf.model = Sequential()`: what the file itself puts there is no part of the library.
      if (assignedAttribute(node, root, textOf) !== null) return null;
      const [object, attribute] = [fieldOf(node, 'object'), fieldOf(node, 'attribute')];
      const owner = object === null ? null : address(object, depth + 1);
      return owner === null || attribute === null ? null : `${owner}.${textOf(attribute)}`;
    }
    if (node.type === 'call') return lookedUp(node, depth);
    if (node.type !== 'identifier') return null;
    const candidates = bindings.candidates(node);
    // A fallback import (`try: … except ImportError: …`) means the same thing under another address.
    const binding = bindings.reaching(node) ?? candidates.find(({ kind }) => kind === 'import');
    if (binding?.kind === 'import') return importedAs(binding, textOf);
    if (binding?.kind === 'assignment' && binding.value !== null) return address(binding.value, depth + 1);
    if (candidates.length > 0) return null;
    if (builtins.includes(textOf(node))) return `builtins.${textOf(node)}`;
    const wildcard = everything.findLast(({ module }) => offers(module, textOf(node))) ?? everything.at(-1);
    return wildcard === undefined ? null : `${wildcard.module}.${textOf(node)}`;
  };
  /** `getattr(nn, 'LSTM')`; of `getattr(nn, rnn_type)`, PyTorch's recurrent layers are alike in all that is asked here. */
  const lookedUp = (call: SyntaxNode, depth: number): string | null => {
    const callee = fieldOf(call, 'function');
    if (callee === null || textOf(callee) !== 'getattr' || bindings.candidates(callee).length > 0) return null;
    const [object, name] = namedChildren(fieldOf(call, 'arguments') ?? call);
    const owner = object === undefined ? null : address(object, depth + 1);
    if (owner === null || name === undefined) return null;
    const literal = /^(['"])(\w+)\1$/.exec(textOf(name))?.[2];
    if (literal !== undefined) return `${owner}.${literal}`;
    return owner === 'torch.nn' && /rnn|cell/i.test(textOf(name)) ? 'torch.nn.RNN' : null;
  };
  const told = new WeakMap<SyntaxNode, string | null>();
  const canonical = (node: SyntaxNode): string | null => {
    const known = told.get(node);
    if (known !== undefined) return known;
    const found = address(node, 0);
    const name = found === null ? null : settled(found);
    told.set(node, name);
    return name;
  };

  const definitionOf = (callee: SyntaxNode): SyntaxNode | null => {
    if (callee.type !== 'identifier') return null;
    const binding = bindings.reaching(callee);
    return binding?.kind === 'definition' ? binding.statement : null;
  };

  const maker = (node: SyntaxNode, depth: number): string | null => {
    if (depth > deepest) return null;
    if (node.type === 'parenthesized_expression') return inside(node, (inner) => maker(inner, depth + 1));
    if (node.type === 'identifier') {
      const binding = bindings.reaching(node);
      return binding?.kind === 'assignment' && binding.value !== null ? maker(binding.value, depth + 1) : null;
    }
    if (node.type === 'attribute') {
      const given = assignedAttribute(node, root, textOf);
      return given === null ? null : maker(given, depth + 1);
    }
    const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
    if (callee === null) return null;
    const name = canonical(callee);
    if (name !== null) return name;
    const definition = definitionOf(callee);
    if (definition?.type === 'function_definition') {
      const [only, ...others] = returnedValues(definition);
      return only === undefined || others.length > 0 ? null : maker(only, depth + 1);
    }
    if (definition?.type === 'class_definition') {
      const [parent] = namedChildren(fieldOf(definition, 'superclasses') ?? definition);
      return parent === undefined ? null : canonical(parent);
    }
    // `SVC().fit(x, y)`, `model.to(device)`: the methods that give back their own object.
    const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
    const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    const itself = method !== null && ['fit', 'to', 'cuda', 'cpu', 'set_params'].includes(textOf(method));
    return object !== null && itself ? maker(object, depth + 1) : null;
  };

  return { imports, canonical, definitionOf, madeBy: (node) => maker(node, 0) };
}

/** One address for what several modules offer: `tensorflow.keras.layers` is `keras.layers`. */
export function settled(name: string): string {
  const rule = addresses.find(([pattern]) => pattern.test(name));
  return rule === undefined ? name : name.replace(rule[0], rule[1]);
}

function inside<T>(node: SyntaxNode, read: (inner: SyntaxNode) => T | null): T | null {
  const [inner] = namedChildren(node);
  return inner === undefined ? null : read(inner);
}

function importedAs(binding: Binding, textOf: (node: SyntaxNode) => string): string {
  const { statement, value } = binding;
  const asked = value === null ? '' : textOf(fieldOf(value, 'name') ?? value);
  if (statement.type !== 'import_statement') return `${moduleOf(statement, textOf)}.${asked}`;
  // `import a.b` binds `a`; `import a.b as c` binds `a.b`.
  return value?.type === 'aliased_import' ? asked : (asked.split('.')[0] ?? asked);
}

function moduleOf(statement: SyntaxNode, textOf: (node: SyntaxNode) => string): string {
  const module = fieldOf(statement, 'module_name');
  return module === null ? '__future__' : textOf(module).replace(/\s/g, '');
}

function importsIn(root: SyntaxNode, textOf: (node: SyntaxNode) => string): readonly Import[] {
  return descendants(root).flatMap((statement): Import[] => {
    const asked = statement.children
      .filter(({ field }) => field === 'name')
      .map((node) => textOf(fieldOf(node, 'name') ?? node));
    if (statement.type === 'import_statement') return asked.map((module) => ({ module, name: null, statement }));
    if (statement.type !== 'import_from_statement') return [];
    const module = moduleOf(statement, textOf);
    const all = statement.children.some(({ type }) => type === 'wildcard_import');
    return (all ? ['*'] : asked).map((name) => ({ module, name, statement }));
  });
}

const attributesGiven = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** The value of `self.x = …` in the class around `self.x`, or of `owner.x = …` in the file, when it is given once. */
function assignedAttribute(
  node: SyntaxNode,
  root: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): SyntaxNode | null {
  // The text of a long chain of attributes is dear, and most files assign none.
  if (givenIn(root, textOf).size === 0) return null;
  const own = textOf(node).startsWith('self.');
  const around = own ? ancestor(node, 'class_definition') : root;
  if (around === null) return null;
  const [only, ...others] = givenIn(around, textOf).get(textOf(node)) ?? [];
  return only?.parent === null || only === undefined || others.length > 0 ? null : fieldOf(only.parent, 'right');
}

/** The attributes that are assigned below a node, by their text. */
function givenIn(around: SyntaxNode, textOf: (node: SyntaxNode) => string): ReadonlyMap<string, readonly SyntaxNode[]> {
  const known = attributesGiven.get(around);
  if (known !== undefined) return known;
  const given = new Map<string, SyntaxNode[]>();
  for (const node of descendants(around)) {
    if (node.type !== 'attribute' || node.field !== 'left' || node.parent?.type !== 'assignment') continue;
    given.set(textOf(node), [...(given.get(textOf(node)) ?? []), node]);
  }
  attributesGiven.set(around, given);
  return given;
}
