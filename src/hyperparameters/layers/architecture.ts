import type { Reading } from '../../python/reading.ts';
import type { Span } from '../../python/source.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Dimension, Value } from '../../search/space.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import { identityOf } from '../identity.ts';
import { evidenceAt } from '../judgement.ts';
import { knobs } from '../knobs.ts';
import type { KnobName } from '../knobs.ts';
import type { Writing } from '../writing.ts';

/** What makes an architecture edit a hyper-parameter. */
export interface Edit {
  readonly name: string;
  readonly knob: KnobName;
  /** A call that runs when the model is made and that no edit removes: part of the id, and its witness. */
  readonly anchor: SyntaxNode;
  /** The statement or element that is copied, removed or followed. */
  readonly at: Span;
  readonly value: Value;
  readonly axis:
    | { readonly kind: 'choice'; readonly choices: readonly Value[] }
    | { readonly kind: 'integer'; readonly low: number; readonly high: number; readonly scale: 'linear' }
    | { readonly kind: 'real'; readonly low: number; readonly high: number; readonly scale: 'linear' };
  readonly writing: Writing;
}

/** An architecture edit as a hyper-parameter; the place shown is the first line of its statement. */
export function architecture(edit: Edit, reading: Reading): Hyperparameter {
  const { name, knob, anchor, at, value, axis, writing } = edit;
  const { positions } = reading;
  const id = identityOf(anchor, name, reading);
  const lineEnd = /[\r\n]/.exec(reading.text.slice(at.start, at.end))?.index ?? at.end - at.start;
  const shown = { start: at.start, end: at.start + lineEnd };
  const call = { start: anchor.start, end: anchor.end };
  return {
    id,
    path: reading.path,
    name,
    knob,
    form: 'layer',
    text: '',
    value,
    span: shown,
    place: positions.rangeOf(shown),
    dimension: dimensionOf(id, axis, value),
    writing,
    importance: knobs[knob].importance,
    evidence: evidenceAt(at.start, reading),
    taken: null,
    arrival: { call, place: positions.rangeOf(call), attribute: '=' },
  };
}

function dimensionOf(id: string, axis: Edit['axis'], value: Value): Dimension {
  return axis.kind === 'choice' ? { ...axis, id, start: value } : { ...axis, id, start: Number(value) };
}
