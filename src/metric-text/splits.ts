/** Which rows a metric was measured on. */
export type Split = 'train' | 'validation' | 'test' | 'unknown';

const splits: readonly (readonly [RegExp, Split])[] = [
  [
    /(?<![\p{L}\p{N}])(?:val|valid|validation|dev|eval|cv|cross[\s-]validat\w+|cross_val\w*)(?![\p{L}\p{N}]|_\d)/giu,
    'validation',
  ],
  [/(?<![\p{L}\p{N}])(?:test|testing|holdout|hold-out|unseen)(?![\p{L}\p{N}])/giu, 'test'],
  [/(?<![\p{L}\p{N}])(?:train|training)(?![\p{L}\p{N}])/giu, 'train'],
];

/** The split named last before a number, so that `train acc 0.9, test acc 0.8` tells both. */
export function namedSplit(text: string): Split | null {
  const places = splits.flatMap(([pattern, split]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ index, split })),
  );
  return places.toSorted((one, other) => other.index - one.index)[0]?.split ?? null;
}
