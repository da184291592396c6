import { applyEdits, invertEdits, mapSpan, orderedEdits } from '../python/edits.ts';
import type { Edits } from '../python/edits.ts';
import { readLiteral, spell } from '../python/literals.ts';
import { positionsOf } from '../python/positions.ts';
import type { Range, SourceFile } from '../python/source.ts';
import type { Point, Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { proveRewrite } from './proof.ts';

/** Where a hyper-parameter stands in the edited files. */
export interface RewrittenPlace {
  readonly path: string;
  readonly place: Range;
  readonly arrival: { readonly place: Range; readonly attribute: string } | null;
}

export interface Rewrite {
  /** The files that differ from the author's, whole. */
  readonly files: readonly SourceFile[];
  /** What was done to each file, by path; spans are those of the author's text. */
  readonly edits: ReadonlyMap<string, Edits>;
  /** Every hyper-parameter given, changed or not, by id. */
  readonly places: ReadonlyMap<string, RewrittenPlace>;
  /** The values as they are written now: rounded, and the author's own where nothing was said. */
  readonly values: Point;
}

/**
 * Writes values into the source: one literal each, nothing else. Values that a point does not name stay.
 * Proves what it did (ARCHITECTURE.md, proof 1); an edit that cannot be made is an error.
 */
export async function rewrite(
  files: readonly SourceFile[],
  hyperparameters: readonly Hyperparameter[],
  values: Point,
): Promise<Rewrite> {
  const known = new Set(hyperparameters.map(({ id }) => id));
  const unknown = Object.keys(values).find((id) => !known.has(id));
  if (unknown !== undefined) throw new Error(`There is no hyper-parameter ${unknown} to give a value to.`);
  const edited: SourceFile[] = [];
  const edits = new Map<string, Edits>();
  const places = new Map<string, RewrittenPlace>();
  for (const path of new Set(hyperparameters.map((each) => each.path))) {
    const file = files.find((each) => each.path === path);
    if (file === undefined) throw new Error(`There is no file ${path} to rewrite.`);
    const here = hyperparameters.filter((each) => each.path === path);
    const done = editsFor(file, here, values);
    const text = applyEdits(file.text, done);
    await proveRewrite(file, text, done);
    edits.set(path, done);
    if (done.length > 0) edited.push({ path, text });
    placesIn(text, here, done).forEach((place, id) => places.set(id, place));
  }
  return { files: edited, edits, places, values: writtenPoint(hyperparameters, values) };
}

function editsFor(file: SourceFile, here: readonly Hyperparameter[], values: Point): Edits {
  const changes = here.flatMap((each) => {
    const { id, span, text } = each;
    if (file.text.slice(span.start, span.end) !== text)
      throw new Error(`${file.path} does not hold ‘${text}’ where ${id} was found; it is another version of the file.`);
    const literal = readLiteral(text);
    if (literal === null) throw new Error(`${id} is ‘${text}’, which is no literal.`);
    const value = asWritten(each, values[id]);
    return Object.is(value, each.value) ? [] : [{ span, text: spell(value, literal) }];
  });
  return orderedEdits(changes);
}

const digits = 3;

/**
 * The value that a rewrite really writes: numbers as a person would write them, with few digits; the
 * author's own value as it is. This, not the suggestion, is what must arrive.
 */
export function asWritten({ id, value: own, dimension }: Hyperparameter, wanted: Value | undefined): Value {
  if (wanted === undefined || Object.is(wanted, own)) return own;
  if (dimension.kind === 'choice') {
    if (dimension.choices.includes(wanted)) return wanted;
    throw new Error(`${id} cannot be ${String(wanted)}: that is none of its choices.`);
  }
  if (typeof wanted !== 'number' || !Number.isFinite(wanted))
    throw new Error(`${id} cannot be ${String(wanted)}: it holds a number.`);
  if (dimension.kind === 'integer') return Math.round(wanted);
  const short = Number(wanted.toPrecision(digits));
  return dimension.low <= short && short <= dimension.high ? short : wanted;
}

function writtenPoint(hyperparameters: readonly Hyperparameter[], values: Point): Point {
  return Object.fromEntries(hyperparameters.map((each) => [each.id, asWritten(each, values[each.id])]));
}

function placesIn(text: string, here: readonly Hyperparameter[], done: Edits): ReadonlyMap<string, RewrittenPlace> {
  const positions = positionsOf(text);
  return new Map(
    here.map(({ id, path, span, arrival }) => {
      const place = positions.rangeOf(mapSpan(span, done));
      const call = arrival === null ? null : positions.rangeOf(mapSpan(arrival.call, done));
      const seen = arrival === null || call === null ? null : { place: call, attribute: arrival.attribute };
      return [id, { path, place, arrival: seen }];
    }),
  );
}

/** The author's text back from an edited one. */
export function undone(original: SourceFile, edited: SourceFile, edits: Edits): string {
  return applyEdits(edited.text, invertEdits(original.text, edits));
}
