import { applyEdits, invertEdits, mapSpan } from '../python/edits.ts';
import type { Edit, Edits } from '../python/edits.ts';
import type { Positions } from '../python/positions.ts';
import { pythonIn } from '../python/python-text.ts';
import type { Range, SourceFile, Span } from '../python/source.ts';
import { isInside } from '../python/syntax-tree.ts';
import type { Point } from '../search/space.ts';
import { asWritten } from './as-written.ts';
import { compose, goneWith, toldByCode } from './composition.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { formatOf } from './configuration/format-of.ts';
import { proveConfiguration } from './configuration/proof.ts';
import { proveRewrite, untouchedBetween } from './proof.ts';

/** Where a hyper-parameter stands in the edited files. */
export interface RewrittenPlace {
  readonly path: string;
  readonly place: Range;
  readonly arrival: { readonly place: Range; readonly attribute: string } | null;
}

export interface Rewrite {
  /** The files that differ from the author's, whole. */
  readonly files: readonly SourceFile[];
  /** What was done to each file, by path; spans are those of the author's Python. */
  readonly edits: ReadonlyMap<string, Edits>;
  /** Every hyper-parameter given, changed or not, by id; one whose place an architecture edit removed is left out. */
  readonly places: ReadonlyMap<string, RewrittenPlace>;
  /** The values as they are written now: rounded, and the author's own where nothing was said. */
  readonly values: Point;
}

/**
 * Writes values into the source, and nothing else. Values that a point does not name stay.
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
  const paths = new Set(hyperparameters.flatMap((each) => [each.path, each.taken?.path ?? each.path]));
  const gone = goneWith(hyperparameters, values);
  const texts = new Map<string, EditedText>();
  for (const path of paths) {
    const file = files.find((each) => each.path === path);
    if (file === undefined) throw new Error(`There is no file ${path} to rewrite.`);
    const written = await rewriteFile(
      file,
      hyperparameters.filter((each) => each.path === path),
      values,
    );
    edits.set(path, written.edits);
    if (written.edits.length > 0) edited.push(written.file);
    texts.set(path, { edits: written.edits, positions: pythonIn(written.file).positions });
  }
  const standing = hyperparameters.filter(({ id }) => !gone.has(id));
  const told = toldByCode(hyperparameters, values);
  const places = new Map(
    standing.map((each) => [each.id, told.has(each.id) ? codeOf(each, texts, values) : placeOf(each, texts, values)]),
  );
  return { files: edited, edits, places, values: writtenPoint(hyperparameters, values) };
}

async function rewriteFile(
  file: SourceFile,
  here: readonly Hyperparameter[],
  values: Point,
): Promise<{ readonly file: SourceFile; readonly edits: Edits }> {
  const { path } = file;
  const python = pythonIn(file);
  const source = { path, text: python.text };
  const { edits, literals } = compose(source, here, values);
  const text = applyEdits(source.text, edits);
  if (edits.length > 0) await prove(file, text, edits, literals);
  const written = { path, text: applyEdits(file.text, python.inFile(edits)) };
  if (pythonIn(written).text !== text) throw new Error(`The rewrite of ${path} left other Python than it should.`);
  return { file: written, edits };
}

async function prove(source: SourceFile, text: string, edits: Edits, literals: ReadonlySet<Edit>): Promise<void> {
  const format = formatOf(source.path);
  if (format === null) {
    await proveRewrite(source, text, edits, literals);
    return;
  }
  untouchedBetween(source, text, edits);
  proveConfiguration(source, text, edits, format);
}

function writtenPoint(hyperparameters: readonly Hyperparameter[], values: Point): Point {
  return Object.fromEntries(hyperparameters.map((each) => [each.id, asWritten(each, values[each.id])]));
}

interface EditedText {
  readonly edits: Edits;
  readonly positions: Positions;
}

/** Where the running program shows a value: at its own place, or where another file takes it. */
function placeOf(each: Hyperparameter, texts: ReadonlyMap<string, EditedText>, values: Point): RewrittenPlace {
  const { path, span } = each.taken ?? each;
  const text = texts.get(path);
  if (text === undefined) throw new Error(`There is no file ${path} to find ${each.id} in.`);
  const { edits: done, positions } = text;
  const there = each.arrival === null || isGone(each.arrival.call, done) ? null : each.arrival;
  const call = there === null ? null : positions.rangeOf(mapSpan(there.call, done));
  // What is not written at the place itself is seen in the call that it belongs to.
  const place = call === null || each.writing.kind === 'literal' ? positions.rangeOf(mapSpan(span, done)) : call;
  return { path, place, arrival: call === null ? null : { place: call, attribute: shownAs(each, values) } };
}

/** The code that stands where a word stood: that it ran, with its text proven, tells the word. */
function codeOf(each: Hyperparameter, texts: ReadonlyMap<string, EditedText>, values: Point): RewrittenPlace {
  const { path, place } = placeOf({ ...each, arrival: null }, texts, values);
  return { path, place, arrival: { place, attribute: `=${JSON.stringify(asWritten(each, values[each.id]))}` } };
}

/** Whether an architecture edit took the call away into which a value flows that stands elsewhere. */
function isGone(call: Span, done: Edits): boolean {
  return done.some(({ span }) => span.end > span.start && isInside(call, span));
}

/** The attribute to ask for; `=3` tells what a call that ran stands for, where no object can show it. */
function shownAs(each: Hyperparameter, values: Point): string {
  const { attribute } = each.arrival ?? { attribute: '' };
  return attribute === '=' ? `=${JSON.stringify(asWritten(each, values[each.id]))}` : attribute;
}

/** The author's text back from an edited one. */
export function undone(original: SourceFile, edited: SourceFile, edits: Edits): string {
  const there = pythonIn(edited);
  return applyEdits(edited.text, there.inFile(invertEdits(pythonIn(original).text, edits)));
}
