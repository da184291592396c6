import type { GuardName } from '../guards/guards.ts';
import type { KnobName } from '../knobs.ts';

/** An argument that is a hyper-parameter. */
export interface TunableArgument {
  readonly name: string;
  /** Where it stands without its name; `null`: by keyword only. */
  readonly position: number | null;
  readonly knob: KnobName;
  /**
   * Under what the made object shows it: attributes joined by dots, a number being an index
   * (`param_groups.0.lr`); `null` when no object can be asked.
   */
  readonly attribute: string | null;
  /** A structural check that must hold, or the value is left alone. */
  readonly guard: GuardName | null;
  /** It is a key of a dictionary that is given as this argument. */
  readonly within: { readonly name: string; readonly position: number } | null;
  /** Worth writing where it is not: the framework's own default, as Python text. */
  readonly absent: string | null;
  /** Each element of a tuple is one of it. */
  readonly elements: boolean;
}

/** A callee with arguments worth tuning. */
export interface TunableCall {
  /** The first part of its canonical name: the library. */
  readonly library: string;
  /** Its last part; what is between may differ by version. */
  readonly names: readonly string[];
  /** A method: the library is that of the object. */
  readonly method: boolean;
  readonly arguments: readonly TunableArgument[];
}

/** `learning_rate@0=learning-rate` and what is special about it. */
export function argument(
  short: `${string}=${KnobName}`,
  more: Partial<Pick<TunableArgument, 'attribute' | 'guard' | 'within' | 'absent' | 'elements'>> = {},
): TunableArgument {
  const [place = '', knob = ''] = short.split('=');
  const [name = '', position] = place.split('@');
  return {
    name,
    position: position === undefined ? null : Number(position),
    // The template type has checked it; splitting has lost it.
    knob: knob as KnobName,
    attribute: more.attribute === undefined ? name : more.attribute,
    guard: more.guard ?? null,
    within: more.within ?? null,
    absent: more.absent ?? null,
    elements: more.elements ?? false,
  };
}

export function tunable(library: string, names: string, ...list: readonly TunableArgument[]): TunableCall {
  return { library, names: names.split(' '), method: false, arguments: list };
}

export function tunableMethod(library: string, names: string, ...list: readonly TunableArgument[]): TunableCall {
  return { library, names: names.split(' '), method: true, arguments: list };
}

/** Keys of a dictionary of native parameters, given first or as `params`. */
export function parameters(...shorts: readonly Parameters<typeof argument>[0][]): readonly TunableArgument[] {
  return shorts.map((short) => argument(short, { within: { name: 'params', position: 0 }, attribute: null }));
}
