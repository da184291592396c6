import { calledName, callsIn } from '../python/calls.ts';
import type { Reading } from '../python/reading.ts';
import type { Position } from '../python/source.ts';
import { fieldOf } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Evidence } from './program.ts';

/** A call with what it refers to, worked out once for everything that asks. */
export interface CallFact {
  readonly reading: Reading;
  readonly call: SyntaxNode;
  readonly place: Position;
  /** The last word of the callee as it is written. */
  readonly name: string;
  /** `sklearn.svm.SVC`; `null` for methods of objects and the author's own functions. */
  readonly canonical: string | null;
  /** The first part of the canonical name. */
  readonly library: string | null;
  /** For a method: the constructor that made its object, as far as that can be told. */
  readonly maker: string | null;
  readonly isMethod: boolean;
}

/** All calls of the script and its own modules, in source order. */
export function callFacts(readings: readonly Reading[]): readonly CallFact[] {
  return readings.flatMap((reading) => callsIn(reading.root).map((call) => fact(call, reading)));
}

function fact(call: SyntaxNode, reading: Reading): CallFact {
  const callee = fieldOf(call, 'function');
  const canonical = callee === null ? null : reading.names.canonical(callee);
  const object = canonical === null && callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return {
    reading,
    call,
    place: reading.positions.positionAt(call.start),
    name: canonical?.split('.').at(-1) ?? calledName(call, reading),
    canonical,
    library: canonical?.split('.')[0] ?? null,
    maker: object === null ? null : reading.names.madeBy(object),
    isMethod: object !== null,
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
