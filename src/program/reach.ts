import type { Reading } from '../python/reading.ts';
import { ancestor, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** Whether code runs when the script is started, as far as names tell. */
export type Runs = (node: SyntaxNode, reading: Reading) => boolean;

/**
 * The module itself runs; a function or class runs once running code names it, methods with their class.
 * A module that is only imported does not run what stands under its `__main__` guard.
 */
export function reachOf(readings: readonly [Reading, ...Reading[]]): Runs {
  const [script] = readings;
  const zones = new Map(readings.map((reading) => [reading, zonesOf(reading, reading === script)] as const));
  const all = [...zones.values()].flatMap(({ list }) => list);
  const live = new Set<Zone>(all.filter(({ outer }) => outer === null));
  const named = new Set<string>();
  for (const zone of live) {
    for (const name of zone.names) named.add(name);
    // A set grows while it is walked: each zone that comes alive is looked at too.
    for (const other of all) if (other.outer !== null && live.has(other.outer) && wanted(other, named)) live.add(other);
  }
  return (node, reading) => {
    const zone = zones.get(reading)?.zoneOf(node);
    return zone != null && live.has(zone);
  };
}

interface Zone {
  readonly name: string;
  readonly outer: Zone | null;
  /** A method, or something whose decorator may hand it to a caller that we do not see. */
  readonly called: boolean;
  /** Every name that is said in it, inner functions left out. */
  readonly names: Set<string>;
}

function wanted({ name, called }: Zone, named: ReadonlySet<string>): boolean {
  return called || named.has(name);
}

interface Zones {
  readonly list: readonly Zone[];
  /** `null` for code that can be seen never to run. */
  zoneOf(node: SyntaxNode): Zone | null;
}

function zonesOf(reading: Reading, isScript: boolean): Zones {
  const { root, textOf } = reading;
  const zoneAt = new Map<SyntaxNode, Zone | null>();
  const list: Zone[] = [];
  const open = (node: SyntaxNode, outer: Zone | null): Zone => {
    const name = fieldOf(node, 'name');
    const zone = {
      name: name === null ? '' : textOf(name),
      outer,
      called: isMethod(node) || isDecorated(node, reading),
      names: new Set<string>(),
    };
    list.push(zone);
    return zone;
  };
  const module = open(root, null);
  zoneAt.set(root, module);
  const pending: (readonly [SyntaxNode, Zone | null])[] = [[root, module]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, zone] = next;
    let left = false;
    for (const child of node.children) {
      const dead = left || isDead(child, reading, isScript);
      const inner = zone === null || dead ? null : opensZone(child) ? open(child, zone) : zone;
      // Calls are asked for most, and may stand deep in each other.
      if (inner !== zone || child.type === 'call') zoneAt.set(child, inner);
      if (inner !== null && saysName(child)) inner.names.add(textOf(child));
      pending.push([child, inner]);
      left ||= leaves(child, reading) && ['module', 'block'].includes(node.type);
    }
  }
  return {
    list,
    zoneOf: (node) => {
      for (let above: SyntaxNode | null = node; above !== null; above = above.parent) {
        const zone = zoneAt.get(above);
        if (zone !== undefined) return zone;
      }
      return module;
    },
  };
}

function opensZone({ type }: SyntaxNode): boolean {
  return type === 'function_definition' || type === 'class_definition';
}

function isMethod(node: SyntaxNode): boolean {
  return (
    node.type === 'function_definition' &&
    ancestor(node, 'class_definition', 'function_definition')?.type === 'class_definition'
  );
}

const quiet =
  /^@(pytest\.|unittest\.|mock\.|patch|parameterized|hypothesis\.|given\(|tf\.function|tf\.autograph|staticmethod|classmethod|property|torch\.|jax\.|jit|partial|functools\.|lru_cache|cache|dataclass|contextmanager|numba|njit|nn\.compact|typing|override|abstractmethod|st\.cache|register_keras|keras\.)/;

/** `@app.command()`, `@hydra.main()`, `@ex.automain`: somebody else calls it. */
function isDecorated(node: SyntaxNode, { textOf }: Reading): boolean {
  if (node.parent?.type !== 'decorated_definition' || node.type !== 'function_definition') return false;
  return namedChildren(node.parent).some((child) => child.type === 'decorator' && !quiet.test(textOf(child)));
}

/** An identifier that is read; a name in text counts only for what `getattr` and `globals` look up. */
function saysName(node: SyntaxNode): boolean {
  if (node.type === 'identifier') return !(node.field === 'name' && node.parent !== null && opensZone(node.parent));
  if (node.type !== 'string_content') return false;
  return ancestor(node, 'argument_list', 'subscript') !== null && node.end - node.start < 60;
}

/** Code under `if False`, and what another module runs only as the main program. */
function isDead(node: SyntaxNode, { textOf }: Reading, isScript: boolean): boolean {
  const { parent } = node;
  if (node.field !== 'consequence' || parent?.type !== 'if_statement') return false;
  const condition = fieldOf(parent, 'condition');
  const text = condition === null ? '' : textOf(condition);
  return text === 'False' || text === '0' || (!isScript && /^__name__\s*==\s*['"]__main__['"]$/.test(text));
}

/** `exit()` in the open: nothing behind it runs. */
function leaves(statement: SyntaxNode, { textOf }: Reading): boolean {
  const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  const callee = call?.type === 'call' ? fieldOf(call, 'function') : null;
  if (callee !== null) return /^(sys\.exit|exit|quit|os\._exit)$/.test(textOf(callee));
  return statement.type === 'return_statement' || statement.type === 'raise_statement';
}
