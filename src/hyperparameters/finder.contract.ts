import type { SourceFile } from '../python/source.ts';
import { positionsOf } from '../python/positions.ts';
import { findHyperparameters } from './find.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { arrived } from './read-back.ts';
import { rewrite, undone } from './rewrite.ts';

/** Another value that the dimension allows. */
export function otherValue({ dimension, value }: Hyperparameter): Hyperparameter['value'] {
  if (dimension.kind === 'choice') return dimension.choices.find((choice) => choice !== value) ?? value;
  return value === dimension.high ? dimension.low : dimension.high;
}

/** Whether the place is the same after an edit: neither layers nor a word that became an object. */
function inPlace({ kind }: Hyperparameter['writing']): boolean {
  return kind === 'literal' || kind === 'argument';
}

function valuesOf(dimension: Hyperparameter['dimension']): readonly Hyperparameter['value'][] {
  if (dimension.kind === 'choice') return dimension.choices;
  const whole = dimension.kind === 'integer' ? dimension.high - dimension.low : 1;
  return Array.from(
    { length: whole + 1 },
    (_, index) => dimension.low + (index * (dimension.high - dimension.low)) / whole,
  );
}

/** What must hold for every hyper-parameter that any finder finds in any script. */
export async function finderContract(file: SourceFile): Promise<void> {
  const { found, left } = await findHyperparameters([file], { script: file.path });
  const ids = found.map(({ id }) => id);
  const lines = positionsOf(file.text);

  // Spans are exact, in both ways of counting, and there is evidence.
  for (const each of found) {
    if (each.writing.kind === 'literal') expect(file.text.slice(each.span.start, each.span.end)).toBe(each.text);
    else expect(each.text).toBe('');
    expect(lines.offsetAt(each.place.start)).toBe(each.span.start);
    expect(lines.offsetAt(each.place.end)).toBe(each.span.end);
    expect(each.evidence).not.toBe('');
    expect(each.evidence.length).toBeLessThanOrEqual(120);
    expect(each.dimension.id).toBe(each.id);
    if (each.arrival !== null && each.arrival.attribute !== '=')
      expect(file.text.slice(each.arrival.call.start, each.arrival.call.end)).toMatch(/\)$/);
  }

  // Ids are unique, and nothing is both offered and left.
  expect(new Set(ids).size).toBe(ids.length);
  expect(left.filter(({ id }) => ids.includes(id))).toEqual([]);

  // The author's values leave the author's bytes.
  const own = Object.fromEntries(found.map(({ id, value }) => [id, value]));
  expect((await rewrite([file], found, own)).files).toEqual([]);

  // Every architecture edit can be made, alone and with all other values; the rewrite proves itself.
  const layers = found.filter(({ writing }) => !inPlace(writing));
  const otherwise = Object.fromEntries(found.map((each) => [each.id, otherValue(each)]));
  for (const { id, dimension, value } of layers)
    for (const other of valuesOf(dimension).filter((each) => each !== value))
      for (const point of [{ [id]: other }, { ...otherwise, [id]: other }]) {
        const edit = await rewrite([file], found, point);
        expect(edit.files).toHaveLength(1);
        expect(undone(file, edit.files[0] ?? file, edit.edits.get(file.path) ?? [])).toBe(file.text);
      }

  // Other values arrive in the text, and change neither the ids nor their order; layers move them.
  const written = found.filter(({ writing }) => inPlace(writing));
  const wanted = Object.fromEntries(written.map((each) => [each.id, otherValue(each)]));
  const done = await rewrite([file], found, wanted);
  const [edited = file] = done.files;
  const again = await findHyperparameters([edited], { script: file.path });
  const refound = again.found.filter(({ writing }) => inPlace(writing));
  expect(refound.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
  for (const each of refound) {
    expect(each.value).toEqual(done.values[each.id]);
    const inserted = found.find(({ id }) => id === each.id)?.writing.kind === 'argument';
    expect(done.places.get(each.id)).toEqual({
      path: each.path,
      // A new argument has no place in the author's text: it is seen in its call.
      place: inserted ? each.arrival?.place : each.place,
      arrival: each.arrival === null ? null : { place: each.arrival.place, attribute: each.arrival.attribute },
    });
  }
  for (const each of written)
    expect(arrived(each, wanted[each.id] ?? null, { value: done.values[each.id] ?? null, witness: 'executed' })).toBe(
      true,
    );

  // Neither a line above nor the line ends are part of an id.
  for (const moved of [`# é 😀\n\n${file.text}`, file.text.replaceAll('\n', '\r\n'), `\uFEFF${file.text}`]) {
    const there = await findHyperparameters([{ path: file.path, text: moved }], { script: file.path });
    expect(there.found.map(({ id }) => id)).toEqual(ids);
    const texts = (all: readonly Hyperparameter[], text: string): string[] =>
      all.map(({ span }) => text.slice(span.start, span.end));
    expect(texts(there.found, moved)).toEqual(texts(found, file.text));
  }
}
