import { calledName, callsIn } from '../python/calls.ts';
import { linked } from '../python/links.ts';
import type { Module } from '../python/links.ts';
import type { Position } from '../python/source.ts';
import type { Reading } from '../python/reading.ts';
import { fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { ownDefinition } from './local-names.ts';
import { originsOf } from './origins.ts';
import type { Origins } from './origins.ts';
import type { Evidence } from './program.ts';
import { reachOf } from './reach.ts';
import type { Runs } from './reach.ts';

/** A call with what it refers to, worked out once for everything that asks. */
export interface CallFact {
  readonly reading: Module;
  readonly call: SyntaxNode;
  readonly place: Position;
  /** The last word of the callee as it is written. */
  readonly name: string;
  /** `sklearn.svm.SVC`; `null` for methods of objects and the author's own functions. */
  readonly canonical: string | null;
  /** The first part of the canonical name. */
  readonly library: string | null;
  /** For a method: the constructors that may have made its object, the likeliest first. */
  readonly makers: readonly string[];
  readonly isMethod: boolean;
}

/** What the script's files do, as far as reading tells. */
export interface Anatomy {
  readonly readings: readonly [Module, ...Module[]];
  /** The calls that run when the script is started, in source order. */
  readonly facts: readonly CallFact[];
  /** Calls of code that nothing reaches. */
  readonly idle: readonly CallFact[];
  readonly origins: Origins;
  readonly runs: Runs;
}

export function anatomyOf(files: readonly [Reading, ...Reading[]]): Anatomy {
  const [script, ...modules] = linked(files, files[0].path);
  if (script === undefined) throw new Error(`${files[0].path} is not among its own files.`);
  const readings = [script, ...modules] as const;
  const origins = originsOf();
  const runs = reachOf(readings);
  const all = readings.flatMap((reading) => callsIn(reading.root).map((call) => fact(call, reading, origins)));
  const facts = all.filter(({ call, reading }) => runs(call, reading));
  const idle = all.filter(({ call, reading }) => !runs(call, reading));
  return { readings, facts, idle, origins, runs };
}

function fact(call: SyntaxNode, reading: Module, origins: Origins): CallFact {
  const callee = fieldOf(call, 'function');
  const local = callee === null ? null : ownDefinition(callee, reading);
  const canonical = callee === null || local !== null ? null : reading.names.canonical(callee);
  const object = canonical === null && callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return {
    reading,
    call,
    place: reading.positions.positionAt(call.start),
    name: canonical?.split('.').at(-1) ?? calledName(call, reading),
    canonical,
    library: canonical?.split('.')[0] ?? null,
    makers: object === null ? [] : origins.makersOf(object, reading),
    isMethod: object !== null && local === null,
  };
}

const longest = 120;

/** A line of the source as evidence: trimmed and cut. */
export function evidenceAt(reading: Reading, node: SyntaxNode): Evidence {
  const text = reading.positions.lineAt(node.start).trim().slice(0, longest);
  return { path: reading.path, ...lineOf(reading.positions.positionAt(node.start)), text };
}

/** A place without its column. */
export function lineOf({ line, cell }: Position): Pick<Position, 'line' | 'cell'> {
  return cell === undefined ? { line } : { line, cell };
}
