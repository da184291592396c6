import type { Shape } from '../pandas-shapes.ts';

/** A way of writing that the current versions of a library no longer take. */
export interface RemovedApi {
  readonly sign: Sign;
  /** Distributions and the versions that still have it: the last of them is what an old script runs with. */
  readonly runsWith: Readonly<Record<string, string>>;
  /** The version that no longer has it, for people. */
  readonly since: string;
  /** What to write today. */
  readonly instead: string;
  /** Nothing fails, the run is another one: where the author names a version, that one counts. */
  readonly quiet?: true;
}

/** How it is recognised in running code; addresses are canonical (`python/names.ts`). */
export type Sign =
  /**
   * An import, a call or an attribute: `sklearn.datasets.load_boston`, `numpy.float`. `keras`: only where Keras
   * itself is imported, since tf.keras still has it.
   */
  | { readonly kind: 'name'; readonly name: RegExp; readonly keras?: true }
  /**
   * An argument of a call: `normalize=` of `Ridge`, or by place where it is a number; `value` where only some of its
   * texts are gone, `beside` where only together with another.
   */
  | {
      readonly kind: 'keyword';
      readonly of: RegExp;
      readonly keyword: string;
      readonly value?: RegExp;
      readonly beside?: string;
    }
  /**
   * A method of what a constructor made, of a data frame, or of anything where nothing else has such a method:
   * `fit_generator` of a Keras model; `keyword` and `value` as above.
   */
  | {
      readonly kind: 'method';
      readonly of: RegExp | 'frame' | 'anything';
      readonly method: RegExp;
      readonly keyword?: string;
      readonly value?: RegExp;
    }
  /** An attribute of anything, in a script that imports the library: `.ix`. */
  | { readonly kind: 'attribute'; readonly ends: RegExp }
  /** What is taken from the value of a call: `[0][0]` of `mode(x)`. */
  | { readonly kind: 'taken'; readonly of: RegExp; readonly by: RegExp }
  /** What only several places together tell. */
  | { readonly kind: 'shape'; readonly shape: Shape };

export const name = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern });
export const nameOfKeras = (pattern: RegExp): Sign => ({ kind: 'name', name: pattern, keras: true });
export const keyword = (of: RegExp, word: string, value?: RegExp, beside?: string): Sign => ({
  kind: 'keyword',
  of,
  keyword: word,
  ...(value === undefined ? {} : { value }),
  ...(beside === undefined ? {} : { beside }),
});
export const method = (of: RegExp | 'frame' | 'anything', pattern: RegExp, word?: string, value?: RegExp): Sign => ({
  kind: 'method',
  of,
  method: pattern,
  ...(word === undefined ? {} : { keyword: word }),
  ...(value === undefined ? {} : { value }),
});
export const attribute = (ends: RegExp): Sign => ({ kind: 'attribute', ends });
export const shape = (one: Shape): Sign => ({ kind: 'shape', shape: one });
export const taken = (of: RegExp, by: RegExp): Sign => ({ kind: 'taken', of, by });

export function gone(library: string, since: string, sign: Sign, instead: string): RemovedApi {
  const title = titles[library] ?? library;
  return { sign, runsWith: { [library]: `<${since}` }, since: `${title} ${since}`, instead };
}

const titles: Readonly<Record<string, string>> = {
  numpy: 'NumPy',
  xgboost: 'XGBoost',
  lightgbm: 'LightGBM',
  scipy: 'SciPy',
  'pytorch-lightning': 'PyTorch Lightning',
  matplotlib: 'Matplotlib',
};

export function changed(library: string, since: string, sign: Sign, instead: string): RemovedApi {
  return { ...gone(library, since, sign, instead), quiet: true };
}

/** Keras belongs to a TensorFlow of the same number up to 2.15; a script may import either. */
export function goneKeras(below: string, sign: Sign, instead: string): RemovedApi {
  const tensorflow = below === '3' ? '<2.16' : `<${below}`;
  return { sign, runsWith: { keras: `<${below}`, tensorflow }, since: `Keras ${below}`, instead };
}
