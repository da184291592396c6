import { UserError } from '../errors.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';
import type { Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { found, leftAlone } from './judgement.ts';
import type { Judgement } from './judgement.ts';

/** What an author asks for in a comment beside a value, or alone on the line above it. */
type Wish =
  | { readonly kind: 'keep' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly scale: 'linear' | 'log' | null }
  | { readonly kind: 'choices'; readonly choices: readonly Value[] };

/** Lets the author's comments have the last word: `# retune: keep`, `# retune: 16..256 log`, `# retune: choices adam, sgd`. */
export function steered(places: readonly Judgement[], reading: Reading): readonly Judgement[] {
  const wishes = wishesIn(reading);
  if (wishes.size === 0) return places;
  return places.map((place) => {
    const wish = place.kind === 'found' ? wishes.get(place.found.place.start.line) : undefined;
    if (place.kind !== 'found' || wish === undefined) return place;
    if (wish.kind === 'keep') return leftAlone(place.found.id, 'a comment beside it says so');
    return found({ ...place.found, dimension: wished(wish, place.found, reading) });
  });
}

const comment = /#\s*retune:\s*([^#\r\n]*)/;

/** By the line that each is about. */
function wishesIn(reading: Reading): ReadonlyMap<number, Wish> {
  const { text, positions } = reading;
  if (!text.includes('retune:')) return new Map();
  const strings = descendants(reading.root).filter(({ type }) => type === 'string');
  const wishes = new Map<number, Wish>();
  for (let line = 1; line <= positions.lines; line += 1) {
    const whole = positions.lineText(line);
    const match = comment.exec(whole);
    if (match === null) continue;
    const offset = positions.offsetAt({ line, column: 0 }) + match.index;
    if (strings.some(({ start, end }) => start <= offset && offset < end)) continue;
    const alone = whole.slice(0, match.index).trim() === '';
    wishes.set(alone ? line + 1 : line, wishOf((match[1] ?? '').trim(), line, reading));
  }
  return wishes;
}

const range = /^(\S+?)\s*\.\.\s*(\S+)(?:\s+(log|linear))?$/;

function wishOf(text: string, line: number, { path }: Reading): Wish {
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
  reading: Reading,
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
