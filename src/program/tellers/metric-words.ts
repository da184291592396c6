import { metrics } from '../../metrics.ts';
import type { MetricKind } from '../../metrics.ts';

/** The metric that a printed text names: `Test accuracy: ` is accuracy, `no such file` is none. */
export function wordsOfMetric(text: string): MetricKind | null {
  return metrics.find((_, index) => patterns[index]?.test(text) === true) ?? null;
}

// Too short or too common to mean a metric in running text.
const ambiguous = ['map', 'error', 'compile_metrics'];

const patterns = metrics.map(({ name, aliases }) => {
  const spellings = [name, ...aliases]
    .filter((spelling) => !ambiguous.includes(spelling))
    .map((spelling) => escape(spelling).replaceAll('_', '[ _-]?'));
  return spellings.length === 0
    ? /(?!)/
    : new RegExp(`(?<![\\p{L}\\d])(?:${spellings.join('|')})(?![\\p{L}\\d])`, 'iu');
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
