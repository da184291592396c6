import type { Coordinate, Experience } from '../search/experience.ts';
import type { FamilyCoordinate, FamilyExperience } from './experience-entry.ts';
import { experiences } from './experience.data.ts';
import { familiesIn, unitOf } from './model-family.ts';
import type { Place } from './model-family.ts';

/**
 * What other data sets teach about the hyper-parameters of a program with these places; `null`: nothing, or the program
 * has models of several families, whose scores nobody knows how to weigh.
 */
export function experienceOf(places: readonly Place[]): Experience | null {
  const [told, ...others] = familiesIn(experiences, places);
  if (told === undefined || others.length > 0) return null;
  const { family, own } = told;
  const coordinates = family.coordinates.map((coordinate) => coordinateOf(coordinate, family, own));
  return coordinates.every(({ ids }) => ids.length === 0)
    ? null
    : { coordinates, mean: family.mean, variations: family.variations };
}

function coordinateOf(
  { knobs, names, scale, low, high, levels, usual }: FamilyCoordinate,
  family: FamilyExperience,
  places: readonly Place[],
): Coordinate {
  const meant = places.filter(
    (place) => knobs.some((knob) => knob === place.knob) && (names.length === 0 || names.includes(nameIn(place.id))),
  );
  const [unit] = meant.flatMap((place) => unitOf(place, family) ?? []);
  if (unit === undefined) return { ids: [], scale, low, high, levels, usual };
  const ids = meant.filter((place) => unitOf(place, family) === unit).map(({ id }) => id);
  return { ids, scale, low: low * unit, high: high * unit, levels, usual };
}

/** The argument that an id names: `C` in `train.py::::SVC#0.C`. */
function nameIn(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
