import { UserError } from '../errors.ts';
import { readLiteral } from '../python/literals.ts';
import type { Positions } from '../python/positions.ts';
import type { Span } from '../python/source.ts';
import type { Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { found, leftAlone } from './judgement.ts';
import type { Judgement } from './judgement.ts';

/** What an author asks for in a comment beside a value, or alone on the line above it. */
type Wish =
  | { readonly kind: 'keep' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly scale: 'linear' | 'log' | null }
  | { readonly kind: 'choices'; readonly choices: readonly Value[] };

/** A text with comments in it. */
export interface Commented {
  readonly path: string;
  readonly text: string;
  readonly positions: Positions;
  /** In which a `#` begins no comment. */
  readonly strings: readonly Span[];
}

/** Lets the author's comments have the last word: `# retune: keep`, `# retune: 16..256 log`, `# retune: choices adam, sgd`. */
export function steered(places: readonly Judgement[], reading: Commented): readonly Judgement[] {
  const wishes = wishesIn(reading);
  if (wishes.size === 0) return places;
  return places.map((place) => {
    if (place.kind !== 'found') return place;
    const wish = wishes.get(lineStart(place.found, reading));
    if (wish === undefined) return place;
    if (wish.kind === 'keep') return leftAlone(place.found.id, 'a comment beside it says so');
    return isMeant(wish, place.found, places)
      ? found({ ...place.found, dimension: wished(wish, place.found, reading) }, place.otherwise)
      : place;
  });
}

/** A range means the numbers of its line, choices the values of their kind; what is written before what is not. */
function isMeant(wish: Exclude<Wish, { kind: 'keep' }>, place: Hyperparameter, places: readonly Judgement[]): boolean {
  const like = wish.kind === 'range' ? 'number' : typeof wish.choices[0];
  const beside = places.flatMap((each) => (each.kind === 'found' ? [each.found] : []));
  const fitting = beside.filter(
    (each) => each.place.start.line === place.place.start.line && typeof each.value === like,
  );
  const writtenOnes = fitting.filter(({ text }) => text !== '');
  return (writtenOnes.length > 0 ? writtenOnes : fitting).includes(place);
}

const comment = /#\s*retune:\s*([^#\r\n]*)/;

/** By the offset at which the line begins that each is about. */
function wishesIn(reading: Commented): ReadonlyMap<number, Wish> {
  const { text, positions, strings } = reading;
  if (!text.includes('retune:')) return new Map();
  const wishes = new Map<number, Wish>();
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    const match = comment.exec(whole);
    if (match === null) continue;
    const offset = index + match.index;
    if (strings.some(({ start, end }) => start <= offset && offset < end)) continue;
    const alone = whole.slice(0, match.index).trim() === '';
    const next = index + whole.length + (/^(\r\n|\r|\n)/.exec(text.slice(index + whole.length))?.[0].length ?? 0);
    wishes.set(alone ? next : index, wishOf((match[1] ?? '').trim(), positions.positionAt(offset).line, reading));
  }
  return wishes;
}

function lineStart({ span }: Hyperparameter, { text }: Commented): number {
  const before = text.slice(0, span.start);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

const range = /^(\S+?)\s*\.\.\s*(\S+)(?:\s+(log|linear))?$/;

function wishOf(text: string, line: number, { path }: Commented): Wish {
  if (text === 'keep') return { kind: 'keep' };
  const [, low = '', high = '', scale] = range.exec(text) ?? [];
  const ends = [numberOf(low), numberOf(high)] as const;
  if (ends[0] !== null && ends[1] !== null && ends[0] < ends[1])
    return { kind: 'range', low: ends[0], high: ends[1], scale: scale === 'log' || scale === 'linear' ? scale : null };
  const listed = /^choices\s+(.+)$/
    .exec(text)?.[1]
    ?.split(',')
    .map((word) => valueOf(word.trim()));
  if (listed !== undefined && listed.length > 1) return { kind: 'choices', choices: listed };
  throw new UserError(
    'mistake',
    'steering-comment',
    `The comment ‘# retune: ${text.slice(0, 60)}’ says nothing that Retune knows.`,
    {
      help: 'Write # retune: keep, # retune: 16..256 log or # retune: choices adam, sgd.',
      place: { file: path, line },
    },
  );
}

function numberOf(text: string): number | null {
  const value = readLiteral(text)?.value;
  return typeof value === 'number' ? value : null;
}

/** A Python literal, or a bare word. */
function valueOf(word: string): Value {
  const literal = readLiteral(word);
  return literal === null ? word : literal.value;
}

function wished(
  wish: Exclude<Wish, { kind: 'keep' }>,
  place: Hyperparameter,
  reading: Commented,
): Hyperparameter['dimension'] {
  const { id, dimension, value } = place;
  if (wish.kind === 'choices') {
    const choices = wish.choices.includes(value) ? wish.choices : [value, ...wish.choices];
    return { kind: 'choice', id, choices, start: value };
  }
  const { low, high } = wish;
  if (typeof value !== 'number' || (wish.scale === 'log' && low <= 0))
    throw new UserError('mistake', 'steering-comment', `The range ${low}..${high} does not fit ‘${place.text}’.`, {
      help: 'A range is for numbers, and a logarithmic one begins above zero.',
      place: { file: reading.path, line: place.place.start.line },
    });
  const kind = dimension.kind === 'choice' ? 'integer' : dimension.kind;
  const own = dimension.kind === 'choice' ? 'linear' : dimension.scale;
  const scale = wish.scale ?? (low > 0 ? own : 'linear');
  return { kind, id, low, high, scale, start: value };
}
