const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One sign a value, higher for larger; a dot where there is none. Empty when fewer than three are known. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 3) return '';
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  return values
    .map((value) => {
      if (value === null) return '·';
      return blocks[spread === 0 ? 3 : Math.round(((value - low) / spread) * (blocks.length - 1))] ?? '';
    })
    .join('');
}
