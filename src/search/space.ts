/** What a hyper-parameter can hold: a Python number, string, boolean or `None`. */
export type Value = number | string | boolean | null;

/** One axis of the search space; `start` is the author's own value and need not lie in the range. */
export type Dimension = Readonly<{ id: string; when?: Condition }> &
  (
    | {
        readonly kind: 'real' | 'integer';
        readonly low: number;
        readonly high: number;
        readonly scale: 'linear' | 'log';
        readonly start: number;
      }
    | { readonly kind: 'choice'; readonly choices: readonly Value[]; readonly start: Value }
  );

/** A dimension counts only while another holds one of these: the width of a kernel, unless that is linear. */
export interface Condition {
  readonly id: string;
  readonly among: readonly Value[];
}

export interface Space {
  /** Most important first. */
  readonly dimensions: readonly Dimension[];
}

/** One value for each dimension, by id. */
export type Point = Readonly<Record<string, Value>>;
