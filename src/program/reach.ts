import { isAsked, isDecorated, mannerOf } from './asked.ts';
import type { Manner } from './asked.ts';
import { localFiles } from '../python/modules.ts';
import { startsMain } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import { isOff } from '../python/flags.ts';
import { ancestor, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** Whether code runs when the script is started, as far as names tell. */
export type Runs = (node: SyntaxNode, reading: Reading) => boolean;

/**
 * The module itself runs; a function or class runs once running code of its own file, or of one that imports it, names
 * it, methods with their class. A module that is only imported does not run what stands under its `__main__` guard.
 */
export function reachOf(readings: readonly [Reading, ...Reading[]]): Runs {
  const [script] = readings;
  const manner = mannerOf(readings);
  const zones = new Map(readings.map((reading) => [reading, zonesOf(reading, reading === script, manner)] as const));
  const all = [...zones].flatMap(([reading, { list }]) => list.map((zone) => ({ zone, reading })));
  const known = new Map(readings.map((reading) => [reading, importedBy(reading, readings)] as const));
  const live = new Set<Zone>(all.flatMap(({ zone }) => (zone.outer === null ? [zone] : [])));
  const named = new Map(readings.map((reading) => [reading, new Set<string>()] as const));
  const homes = new Map(all.map(({ zone, reading }) => [zone, reading] as const));
  for (const zone of live) {
    const home = homes.get(zone) ?? script;
    const own = new Set(zones.get(home)?.list.map(({ name }) => name));
    for (const place of known.get(home) ?? [])
      for (const name of zone.names)
        // `main()` means the file's own before that of a file that it imports; `engine.main()` does not.
        if (place === home || zone.attributes.has(name) || !own.has(name)) named.get(place)?.add(name);
    // A set grows while it is walked: each zone that comes alive is looked at too.
    for (const { zone: other, reading } of all)
      if (other.outer !== null && live.has(other.outer) && wanted(other, named.get(reading))) live.add(other);
  }
  return (node, reading) => {
    const zone = zones.get(reading)?.zoneOf(node);
    return zone != null && live.has(zone);
  };
}

/** A file and all that it imports, directly or through another. */
function importedBy(importer: Reading, readings: readonly [Reading, ...Reading[]]): ReadonlySet<Reading> {
  const found = new Set([importer]);
  for (const { path, names } of found)
    for (const { module, name } of names.imports)
      for (const file of localFiles(module, name, path, readings[0], readings)) {
        const reading = readings.find((each) => each.path === file.path);
        if (reading !== undefined) found.add(reading);
      }
  return found;
}

interface Zone {
  readonly name: string;
  readonly outer: Zone | null;
  /** A method, or something of the script's own whose decorator may hand it to a caller that we do not see. */
  readonly called: boolean;
  /** Every name that is said in it, inner functions left out. */
  readonly names: Set<string>;
  /** Those that are said of an object or a module. */
  readonly attributes: Set<string>;
}

function wanted({ name, called }: Zone, named: ReadonlySet<string> | undefined): boolean {
  return called || named?.has(name) === true;
}

interface Zones {
  readonly list: readonly Zone[];
  /** `null` for code that can be seen never to run. */
  zoneOf(node: SyntaxNode): Zone | null;
}

function zonesOf(reading: Reading, isScript: boolean, manner: Manner): Zones {
  const { looksUp } = manner;
  const { root, textOf } = reading;
  const zoneAt = new Map<SyntaxNode, Zone | null>();
  const list: Zone[] = [];
  const open = (node: SyntaxNode, outer: Zone | null): Zone => {
    const name = fieldOf(node, 'name');
    const zone = {
      name: name === null ? '' : textOf(name),
      outer,
      called: (isMethod(node) && isAsked(node, reading, manner)) || (isScript && isDecorated(node, reading)),
      names: new Set<string>(),
      attributes: new Set<string>(),
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
      if (inner !== null && saysName(child, looksUp)) {
        inner.names.add(textOf(child));
        if (child.field === 'attribute') inner.attributes.add(textOf(child));
      }
      if (inner !== null && startsMain(child, reading)) inner.names.add('main');
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

/** An identifier that is read, or a name in text that something looks up. */
function saysName(node: SyntaxNode, looksUp: boolean): boolean {
  const { parent } = node;
  if (node.type === 'identifier') {
    // What is imported may be used under the same name, and only then.
    if (parent?.type === 'dotted_name') return parent.parent?.type === 'aliased_import';
    return !(node.field === 'name' && parent !== null && opensZone(parent));
  }
  if (node.type !== 'string_content' || !looksUp) return false;
  return ancestor(node, 'argument_list', 'subscript') !== null && node.end - node.start < 60;
}

/** Code under `if False` or a flag that is off, and what another module runs only as the main program. */
function isDead(node: SyntaxNode, reading: Reading, isScript: boolean): boolean {
  const { parent } = node;
  if (node.field !== 'consequence' || (parent?.type !== 'if_statement' && parent?.type !== 'elif_clause')) return false;
  const condition = fieldOf(parent, 'condition');
  if (condition === null) return false;
  if (!isScript && /^__name__\s*==\s*['"]__main__['"]$/.test(reading.textOf(condition))) return true;
  return isOff(condition, reading);
}

/** `exit()` in the open: nothing behind it runs. */
function leaves(statement: SyntaxNode, { textOf }: Reading): boolean {
  const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  const callee = call?.type === 'call' ? fieldOf(call, 'function') : null;
  if (callee !== null) return /^(sys\.exit|exit|quit|os\._exit)$/.test(textOf(callee));
  return statement.type === 'return_statement' || statement.type === 'raise_statement';
}
