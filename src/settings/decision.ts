/** A setting with the texts that decided it: read again they mean the same, wherever and whenever. */
export interface Decision {
  /** The setting's name in the table. */
  readonly name: string;
  /** One text for a value, any number for a list; a switch that is on has `true`. */
  readonly texts: readonly string[];
  /** The folder that relative paths start from. */
  readonly base: string;
}
