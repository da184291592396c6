import { argumentsOf, calledName, keywordValue, slotOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf, isTarget, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Finder, Step } from './finder.ts';
import { given } from './given.ts';

/** `{'eta': 0.1}`, `dict(eta=0.1)`, `params['eta'] = 0.1`; read by `params['eta']`, `**params` or whole. */
export const dictionary: Finder = {
  name: 'dictionary',
  form: ({ keys }) => (keys.length === 0 ? 'dictionary' : null),
  follow: (carried) => {
    const [key, ...deeper] = carried.keys;
    const out = key === undefined ? null : outOfDictionary(carried, key, deeper);
    return out ?? intoDictionary(carried);
  },
};

function intoDictionary(carried: Carried): readonly Step[] | null {
  const { module: reading, keys } = carried;
  const { parent, field } = carried.node;
  if (parent === null) return null;
  if (parent.type === 'pair' && field === 'value' && parent.parent?.type === 'dictionary') {
    const key = keyAt(fieldOf(parent, 'key'), reading);
    return key === null ? [] : [{ kind: 'on', carried: { ...carried, node: parent.parent, keys: [key, ...keys] } }];
  }
  const slot = slotOf(carried.node, reading);
  if (slot?.keyword != null && makesNamespace(slot.call, reading))
    return [{ kind: 'on', carried: { ...carried, node: slot.call, keys: [slot.keyword, ...keys] } }];
  const left = parent.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  return left?.type === 'subscript' ? intoItem(carried, left) : null;
}

/** What is used more often is a table, written item by item; following it would take the square of that. */
const mostUses = 1000;

/** `params['eta'] = 0.1` is seen by the later uses of the same dictionary. */
function intoItem(carried: Carried, left: SyntaxNode): readonly Step[] | null {
  const { module: reading, keys } = carried;
  const name = fieldOf(left, 'value');
  const key = keyAt(fieldOf(left, 'subscript'), reading);
  const binding = name?.type === 'identifier' ? reading.bindings.reaching(name) : null;
  if (key === null || binding === null) return null;
  const uses = reading.bindings.usesOf(binding);
  if (uses.length > mostUses) return null;
  return uses
    .filter((use) => use.start > carried.node.end)
    .map((node): Step => ({ kind: 'on', carried: { ...carried, node, keys: [key, ...keys] } }));
}

function outOfDictionary(carried: Carried, key: string, deeper: readonly string[]): readonly Step[] | null {
  const { node, module: reading } = carried;
  const { parent } = node;
  // `config.eta`, where the dictionary was made into an object with attributes.
  if (parent?.type === 'attribute' && node.field === 'object') {
    const asked = reading.textOf(fieldOf(parent, 'attribute') ?? parent);
    if (asked === key) return [{ kind: 'on', carried: { ...carried, node: parent, keys: deeper } }];
    if (asked === 'get') return gotten(carried, key, deeper, parent);
    const same = /^(items|copy|clone|to_dict)$/.test(asked) && parent.parent?.type === 'call' ? parent.parent : null;
    return same === null ? null : [{ kind: 'on', carried: { ...carried, node: same } }];
  }
  const wrapped = slotOf(node, reading);
  const keeps =
    wrapped !== null && (makesNamespace(wrapped.call, reading) || copies.test(calledName(wrapped.call, reading)));
  if (wrapped?.keyword === null && keeps) return [{ kind: 'on', carried: { ...carried, node: wrapped.call } }];
  if (wrapped?.keyword === 'config' && calls(wrapped.call, 'wandb.init', reading)) return fromWandb(carried);
  if (parent?.type === 'subscript' && node.field === 'value') {
    const asked = keyAt(fieldOf(parent, 'subscript'), reading);
    const read = asked === key && !isTarget(parent);
    return read ? [{ kind: 'on', carried: { ...carried, node: parent, keys: deeper } }] : [];
  }
  if (parent?.type !== 'dictionary_splat') return null;
  // `{**defaults, 'eta': 0.1}`: what comes later in it wins.
  if (parent.parent?.type === 'dictionary') return merged(carried, key, parent, parent.parent);
  const call = parent.parent?.type === 'argument_list' ? parent.parent.parent : null;
  if (call?.type !== 'call') return [];
  const named = { call, keyword: key, position: null };
  // `f(**params, eta=…)` is an error in Python, `dict(**params)` a copy.
  const copied = calls(call, 'builtins.dict', reading) || makesNamespace(call, reading);
  if (copied && keywordValue(call, key, reading) === null) return [{ kind: 'on', carried: { ...carried, node: call } }];
  return argumentsOf(call).length === 0 ? [] : given({ ...carried, keys: deeper }, named);
}

function merged(carried: Carried, key: string, splat: SyntaxNode, whole: SyntaxNode): readonly Step[] {
  const overruled = namedChildren(whole).some(
    (pair) => pair.start > splat.end && pair.type === 'pair' && keyAt(fieldOf(pair, 'key'), carried.module) === key,
  );
  return overruled ? [] : [{ kind: 'on', carried: { ...carried, node: whole } }];
}

/** `params.get('eta', 0.3)` */
function gotten(carried: Carried, key: string, deeper: readonly string[], method: SyntaxNode): readonly Step[] | null {
  const call = method.parent?.type === 'call' ? method.parent : null;
  const asked = call === null ? null : keyAt(argumentsOf(call)[0] ?? null, carried.module);
  return call !== null && asked === key ? [{ kind: 'on', carried: { ...carried, node: call, keys: deeper } }] : [];
}

/** What `wandb.init(config=…)` keeps is read back as `wandb.config.eta`, or through a name for it. */
function fromWandb(carried: Carried): readonly Step[] {
  const reading = carried.module;
  return descendants(reading.root).flatMap((node): Step[] => {
    const named =
      node.type === 'identifier' && node.field !== 'attribute' ? reading.bindings.reaching(node)?.value : null;
    const source = named ?? (node.type === 'attribute' ? node : null);
    if (source === null || !/^(wandb|run)\.config$/.test(reading.textOf(source))) return [];
    return [{ kind: 'on', carried: { ...carried, node } }];
  });
}

const copies = /^(list|tuple|OrderedDict|deepcopy|copy)$/;
const namespaces =
  /^(dict|SimpleNamespace|Namespace|EasyDict|edict|AttrDict|ConfigDict|DotMap|Box|DictConfig|CN|CfgNode|Munch)$/;

/** `ConfigDict()`, `SimpleNamespace(**settings)`: a dictionary that is read by attributes. */
export function makesNamespace(call: SyntaxNode, reading: Reading): boolean {
  return namespaces.test(calledName(call, reading));
}

function calls(call: SyntaxNode, name: string, { names }: Reading): boolean {
  const callee = fieldOf(call, 'function');
  return callee !== null && names.canonical(callee) === name;
}

function keyAt(node: SyntaxNode | null, { textOf }: Reading): string | null {
  const literal = node === null ? null : readLiteral(textOf(node));
  const value = literal?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
