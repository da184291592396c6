/** The known word closest to a mistyped one, or `undefined` when none is close enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const meant = word.toLowerCase();
  const ranked = known
    .map((name) => ({ name, distance: distance(meant, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best !== undefined && best.distance <= Math.max(1, Math.floor(Math.max(meant.length, best.name.length) / 3))) {
    return best.name;
  }
  return known.find((name) => meant.length >= 3 && (name.startsWith(meant) || name.split('-').includes(meant)));
}

/** `Did you mean x?`, or nothing. */
export function didYouMean(word: string, known: readonly string[], prefix = ''): string {
  const name = nearest(word, known);
  return name === undefined ? '' : `, did you mean ${prefix}${name}?`;
}

/** Levenshtein's distance, where swapping two neighbours counts as one slip (Damerau). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (same ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
