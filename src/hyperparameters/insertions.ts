import { argumentsOf, callsIn, keywordValue } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { entryOf } from './catalogue/catalogue.ts';
import type { TunableArgument } from './catalogue/entry.ts';
import { neverRuns } from './dead-code.ts';
import { readsHistory } from './guards/epochs.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { identityOf } from './identity.ts';
import { dimensionOf, evidenceAt, found } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { knobs } from './knobs.ts';
import { searchedByScript } from './own-search.ts';
import { seamOf } from './seam.ts';
import type { Searched } from './searched.ts';

/**
 * `SVC()`: the arguments that matter more than any that the author wrote, at the framework's own default.
 * Where one that matters as much is written, the author has chosen what the model depends on.
 */
export function insertions(searched: Searched): readonly Judgement[] {
  const { reading } = searched;
  return callsIn(reading.root).flatMap((call) => {
    const entry = entryOf(call, reading);
    if (entry === undefined || neverRuns(call, reading) || (entry.method && !isMadeBy(entry.library, call, reading)))
      return [];
    if (argumentsOf(call).some(({ type }) => type === 'dictionary_splat' || type === 'list_splat')) return [];
    const written = entry.arguments.filter((argument) => isGiven(argument, call, reading));
    const most = Math.max(0, ...written.map(({ knob }) => knobs[knob].importance));
    return entry.arguments
      .filter(({ knob }) => knobs[knob].importance > most)
      .flatMap((argument) => absent(argument, call, reading));
  });
}

function absent(argument: TunableArgument, call: SyntaxNode, reading: Reading): readonly Judgement[] {
  const { absent: like, name, attribute, knob } = argument;
  const literal = like === null ? null : readLiteral(like);
  if (like === null || literal === null || attribute === null || searchedByScript(name, call, reading)) return [];
  if (knob === 'epochs' && readsHistory(reading)) return [];
  const axis = knobs[knob].range(literal);
  const id = identityOf(call, name, reading);
  const dimension = axis === null ? null : dimensionOf(id, axis, literal);
  const seam = dimension === null ? null : seamOf(call, reading);
  if (dimension === null || seam === null) return [];
  const callee = calleeWord(call);
  const whole = { start: call.start, end: call.end };
  const { positions } = reading;
  const insertion: Hyperparameter = {
    id,
    path: reading.path,
    name,
    knob,
    form: 'insertion',
    text: '',
    value: literal.value,
    span: { start: callee.start, end: callee.end },
    place: positions.rangeOf(callee),
    dimension,
    writing: { kind: 'argument', keyword: name, like, seam },
    importance: knobs[knob].importance,
    evidence: evidenceAt(call.start, reading),
    taken: null,
    arrival: { call: whole, place: positions.rangeOf(whole), attribute },
  };
  return [found(insertion)];
}

/** A method of an object whose maker is known for certain: `fit` is what every library calls it. */
function isMadeBy(library: string, call: SyntaxNode, { names }: Reading): boolean {
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return object !== null && names.madeBy(object)?.split('.')[0] === library;
}

function isGiven({ name, position }: TunableArgument, call: SyntaxNode, reading: Reading): boolean {
  if (keywordValue(call, name, reading) !== null) return true;
  const positional = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  return position !== null && positional.length > position;
}

/** The last name of what is called: where a person would point. */
function calleeWord(call: SyntaxNode): SyntaxNode {
  const callee = fieldOf(call, 'function') ?? call;
  return (callee.type === 'attribute' ? fieldOf(callee, 'attribute') : namedChildren(callee)[0]) ?? callee;
}
