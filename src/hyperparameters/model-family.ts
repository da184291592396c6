import type { Value } from '../search/space.ts';
import type { KnobName } from './knobs.ts';

/** A tunable place, as far as what is known of its family looks at it. */
export interface Place {
  readonly id: string;
  readonly knob: string;
  /** The author's. */
  readonly value?: Value;
}

/** How a family of models is told from a script's places, and in which units its hyper-parameters stand. */
export interface ModelFamily {
  readonly family: string;
  /** The classes whose hyper-parameters they are; empty: the knobs below tell the family. */
  readonly makers: readonly string[];
  /** Knobs that together tell the family: all of the first list, one of the second, none of the third. */
  readonly all: readonly KnobName[];
  readonly some: readonly KnobName[];
  readonly none: readonly KnobName[];
  /** The learning rate stands as a multiple of its optimiser's own default, which moves with the optimiser. */
  readonly relativeRate: boolean;
  /** Knobs that stand as a multiple of what the author wrote. */
  readonly multiples: readonly KnobName[];
}

/** A family, and those of the script's places that are its own. */
export interface FamilyInScript<Family extends ModelFamily> {
  readonly family: Family;
  readonly own: readonly Place[];
}

/** The families of the script's models: those whose makers it calls; where there are none, the first that its knobs tell. */
export function familiesIn<Family extends ModelFamily>(
  families: readonly Family[],
  places: readonly Place[],
): FamilyInScript<Family>[] {
  const made = families.flatMap((family) => {
    // Told by knobs, below.
    if (family.makers.length === 0) return [];
    const own = places.filter(({ id }) => family.makers.includes(makerIn(id)));
    return own.length === 0 ? [] : [{ family, own }];
  });
  if (made.length > 0) return made;
  if (places.some(({ id }) => startsFromTrained.test(makerIn(id)))) return [];
  const knobs = new Set(places.map(({ knob }) => knob));
  const told = families.find((family) => isTold(family, knobs));
  return told === undefined ? [] : [{ family: told, own: places }];
}

/** What is tuned from a trained model wants a learning rate a hundred times smaller. */
const startsFromTrained = /TrainingArguments|LoraConfig/;

function isTold({ makers, all, some, none }: ModelFamily, knobs: ReadonlySet<string>): boolean {
  return (
    makers.length === 0 &&
    all.every((knob) => knobs.has(knob)) &&
    some.some((knob) => knobs.has(knob)) &&
    !none.some((knob) => knobs.has(knob))
  );
}

/** What a family's number is a multiple of; `null`: of something that is not known here. */
export function unitOf({ id, knob, value }: Place, { relativeRate, multiples }: ModelFamily): number | null {
  if (multiples.some((name) => name === knob)) return typeof value === 'number' ? value : null;
  return knob === 'learning-rate' && relativeRate ? defaultRate(id) : 1;
}

/** The class whose argument an id names: `SVC` in `train.py::::SVC#0.C`. */
function makerIn(id: string): string {
  return /::([^:#]+)#\d+\./.exec(id)?.[1] ?? '';
}

/** The default of the optimiser that the id names: 0.01 for SGD in Keras and in common PyTorch use, 0.001 for Adam and its kin. */
function defaultRate(id: string): number {
  return /\bSGD\b/.test(id) ? 0.01 : 0.001;
}
