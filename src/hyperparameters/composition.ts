import { applyEdits, orderedEdits } from '../python/edits.ts';
import type { Edit, Edits } from '../python/edits.ts';
import { readLiteral, spell } from '../python/literals.ts';
import { isInside } from '../python/syntax-tree.ts';
import type { SourceFile, Span } from '../python/source.ts';
import type { Point, Value } from '../search/space.ts';
import { spellingIn } from './configuration/format-of.ts';
import { asWritten } from './as-written.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { joined } from './joined-edits.ts';
import type { Change, Piece, Seam } from './writing.ts';

/** The edits that write a point into one file. */
export interface Composition {
  readonly edits: Edits;
  /** Those that put one literal in the place of another; all others add, remove or replace code. */
  readonly literals: ReadonlySet<Edit>;
}

/** Puts the writings of all values together; the outermost of nested changes holds. */
export function compose(file: SourceFile, here: readonly Hyperparameter[], values: Point): Composition {
  const small = here.flatMap((each) => literalEdits(each, values, file).map((edit) => ({ id: each.id, edit })));
  const added = newArguments(here, values);
  const inner = [...small.map(({ edit }) => edit), ...added];
  const outer = outermost(here.flatMap((each) => changesOf(each, values)));
  const swallowed = (span: Span): boolean => outer.some((change) => swallows(change.span, span));
  const structural = outer.map(({ span, pieces, id, once }) => ({
    span,
    text: pieces.map((piece) => rendered(piece, id, here, values, inner, file)).join(''),
    once: once === true,
  }));
  const literals = small.filter(({ edit }) => !swallowed(edit.span)).map(({ edit }) => edit);
  const rest = [...added.filter(({ span }) => !swallowed(span)), ...joined(structural)];
  return {
    edits: orderedEdits([...literals, ...rest]),
    literals: new Set(literals),
  };
}

/**
 * The hyper-parameters whose place, or the expression that takes them from another file, the architecture edits of a
 * point remove: what they hold is not in the program.
 */
export function goneWith(hyperparameters: readonly Hyperparameter[], values: Point): ReadonlySet<string> {
  const changes = new Map(
    [...new Set(hyperparameters.map(({ path }) => path))].map((path) => {
      const there = hyperparameters.filter((each) => each.path === path);
      return [path, outermost(there.flatMap((each) => changesOf(each, values)))] as const;
    }),
  );
  const gone = hyperparameters.filter((each) => {
    if (each.form === 'layer') return false;
    const { path, span } = each.taken ?? each;
    return (changes.get(path) ?? []).some((change) => swallows(change.span, span) && !tells(change, each.id));
  });
  return new Set(gone.map(({ id }) => id));
}

/** The hyper-parameters whose place is now a word in the code around another value: `'adam'` in `Adam(learning_rate=0.01)`. */
export function toldByCode(hyperparameters: readonly Hyperparameter[], values: Point): ReadonlySet<string> {
  const changes = hyperparameters.flatMap((each) => changesOf(each, values));
  return new Set(hyperparameters.map(({ id }) => id).filter((id) => changes.some((change) => tells(change, id))));
}

function tells({ pieces }: Change, id: string): boolean {
  return pieces.some((piece) => typeof piece === 'object' && 'of' in piece && piece.of === id);
}

function literalEdits(each: Hyperparameter, values: Point, file: SourceFile): readonly Edit[] {
  const { id, span, text, writing } = each;
  if (writing.kind !== 'literal') return [];
  const spelling = spellingIn(file.path);
  const literal = spelling.literal(text);
  if (literal === null) throw new Error(`${id} is ‘${text}’, which is no literal.`);
  const value = asWritten(each, values[id]);
  const all = [{ span, text, times: 1, plus: 0 }, ...writing.partners];
  return all.flatMap((one) => {
    if (file.text.slice(one.span.start, one.span.end) !== one.text)
      throw new Error(
        `${file.path} does not hold ‘${one.text}’ where ${id} was found; it is another version of the file.`,
      );
    if (Object.is(value, each.value)) return [];
    const like = spelling.literal(one.text) ?? literal;
    const scaled = typeof value === 'number' ? one.times * value + one.plus : value;
    return [{ span: one.span, text: spelling.spell(scaled, like) }];
  });
}

/** New arguments of one call share its seam. */
function newArguments(here: readonly Hyperparameter[], values: Point): readonly Edit[] {
  const seams = new Map<number, { seam: Seam; items: string[] }>();
  for (const each of here) {
    const { writing } = each;
    if (writing.kind !== 'argument') continue;
    const value = asWritten(each, values[each.id]);
    if (Object.is(value, each.value)) continue;
    const known = seams.get(writing.seam.at) ?? { seam: writing.seam, items: [] };
    known.items.push(`${writing.keyword}${writing.seam.equals}${spelled(value, writing.like)}`);
    seams.set(writing.seam.at, known);
  }
  return [...seams.values()].map(({ seam: { at, lead, between, tail }, items }) => ({
    span: { start: at, end: at },
    text: `${lead}${items.join(between)}${tail}`,
  }));
}

type OwnedChange = Change & { readonly id: string };

function changesOf(each: Hyperparameter, values: Point): readonly OwnedChange[] {
  const { id, writing } = each;
  const value = asWritten(each, values[id]);
  if (writing.kind === 'variants')
    return (writing.variants.find((variant) => Object.is(variant.value, value))?.changes ?? []).map((change) => ({
      ...change,
      id,
    }));
  if (writing.kind !== 'template') return [];
  const moved = !Object.is(value, each.value) || (values[id] !== undefined && leansOnMoved(writing.changes, values));
  return moved ? writing.changes.map((change) => ({ ...change, id })) : [];
}

/** Whether a word in the template stands for a value that is no longer the author's. */
function leansOnMoved(changes: readonly Change[], values: Point): boolean {
  return changes
    .flatMap(({ pieces }) => pieces)
    .some(
      (piece) =>
        typeof piece === 'object' && 'of' in piece && values[piece.of] !== undefined && values[piece.of] !== piece.own,
    );
}

function rendered(
  piece: Piece,
  id: string,
  here: readonly Hyperparameter[],
  values: Point,
  inner: readonly Edit[],
  file: SourceFile,
): string {
  if (typeof piece === 'string') return piece;
  if ('copy' in piece) return copied(piece.copy, inner, file);
  const of = 'of' in piece ? piece.of : id;
  const other = here.find((each) => each.id === of);
  if ('of' in piece) {
    const word = other === undefined ? piece.own : asWritten(other, values[of]);
    return piece.words[String(word)] ?? String(word);
  }
  if (other === undefined) throw new Error(`${id} is to be written but was not found.`);
  const value = asWritten(other, values[of]);
  return spelled(value, other.writing.kind === 'template' ? other.writing.like : other.text);
}

function copied(span: Span, inner: readonly Edit[], { text }: SourceFile): string {
  const within = inner
    .filter((edit) => isInside(edit.span, span))
    .map((edit) => ({ ...edit, span: { start: edit.span.start - span.start, end: edit.span.end - span.start } }));
  return applyEdits(text.slice(span.start, span.end), orderedEdits(within));
}

function spelled(value: Value, like: string): string {
  const literal = readLiteral(like);
  if (literal === null) throw new Error(`‘${like}’ is no literal to spell another like.`);
  return spell(value, literal);
}

/** What is added just where a change begins belongs to the code before it. */
function swallows(outer: Span, inner: Span): boolean {
  const before = inner.end === outer.start;
  return outer.end > outer.start && isInside(inner, outer) && !before;
}

function outermost(changes: readonly OwnedChange[]): readonly OwnedChange[] {
  return changes.filter(
    (change, index) =>
      !changes.some(
        (other, at) =>
          other !== change && swallows(other.span, change.span) && (at < index || !isInside(other.span, change.span)),
      ),
  );
}
