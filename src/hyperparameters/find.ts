import type { Program } from '../program/program.ts';
import { linked } from '../python/links.ts';
import { withLocalModules } from '../python/modules.ts';
import type { SourceFile } from '../python/source.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { insertions } from './insertions.ts';
import type { Judgement, Left } from './judgement.ts';
import { architectureEdits } from './layers/layers.ts';
import { literalPlaces } from './literal-places.ts';
import { stringOptimisers } from './string-optimiser.ts';
import { steered } from './steering.ts';
import type { Commented } from './steering.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';
import { configurationPlaces } from './configuration/places.ts';
import type { Searched } from './searched.ts';

export interface Findings {
  /** Most important first, then in source order. */
  readonly found: readonly Hyperparameter[];
  readonly left: readonly Left[];
}

const sources = [literalPlaces, insertions, stringOptimisers, architectureEdits];

/**
 * Finds what can be tuned in the program's script, the modules of its own and the configuration files that they read. Reads only; nothing is run.
 * `given` are the arguments on the script's command line: a default that one of them overrides is no value.
 */
export async function findHyperparameters(
  files: readonly SourceFile[],
  program: Pick<Program, 'script'>,
  given: readonly string[] = [],
): Promise<Findings> {
  const script = files.find(({ path }) => path === program.script);
  if (script === undefined) return { found: [], left: [] };
  const readings = await withLocalModules(script, files);
  const modules = linked(
    readings.filter(({ problem }) => problem === null),
    script.path,
  );
  const places = [
    ...modules.flatMap((reading) => steered(placesIn({ reading, given }), commented(reading))),
    ...configurationPlaces(modules, files, given),
  ];
  return settled(places);
}

function commented({ path, text, positions, root }: Reading): Commented {
  return { path, text, positions, strings: descendants(root).filter(({ type }) => type === 'string') };
}

function placesIn(searched: Searched): readonly Judgement[] {
  return sources.flatMap((source) => source(searched)).toSorted((one, other) => positionOf(one) - positionOf(other));
}

/** Where a value stands or would stand. */
function positionOf(place: Judgement): number {
  if (place.kind === 'left') return 0;
  const { span, writing } = place.found;
  return writing.kind === 'argument' ? writing.seam.at : span.start;
}

function settled(judgements: readonly Judgement[]): Findings {
  const places = toldApart(judgements);
  const offered = places.flatMap((place) => (place.kind === 'found' ? [place.found] : []));
  const twice = repeated(offered.map(({ id }) => id));
  const found = offered.filter(({ id }) => !twice.has(id)).toSorted((one, other) => other.importance - one.importance);
  const known = new Set(found.map(({ id }) => id));
  const left = [
    ...places.flatMap((place) => (place.kind === 'left' ? [place.left] : [])),
    ...[...twice].map((id) => ({ id, why: 'two literals reach it, and only one can be the value' })),
  ];
  return { found, left: left.filter(({ id }) => !known.has(id)) };
}

/** Where two values have one id, by the calls through which they go there. */
function toldApart(places: readonly Judgement[]): readonly Judgement[] {
  const ids = places.flatMap((place) => (place.kind === 'found' ? [place.found.id] : []));
  const twice = repeated(ids);
  const others = places.flatMap((place) =>
    place.kind === 'found' && twice.has(place.found.id) && place.otherwise !== null ? [place.otherwise] : [],
  );
  const taken = new Set([...ids, ...repeated(others)]);
  return places.map((place) => {
    if (place.kind !== 'found' || place.otherwise === null || !twice.has(place.found.id)) return place;
    if (taken.has(place.otherwise)) return place;
    const { found, otherwise: id } = place;
    return { ...place, found: { ...found, id, dimension: { ...found.dimension, id } } };
  });
}

function repeated(ids: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(ids.flatMap((id) => (once.has(id) ? [id] : (once.add(id), []))));
}
