import type { MetricInText } from '../metric-text/metric-text.ts';
import { columns } from './columns.ts';
import { formatNumber } from './format-number.ts';
import { safeLine } from './terminal-safe.ts';

const mostRows = 40;

/** The metrics of one log, for people. */
export function metricText(log: {
  readonly path: string;
  readonly metrics: readonly MetricInText[];
  readonly metric: MetricInText | null;
}): string {
  const { path, metrics, metric } = log;
  if (metric === null) return `${safeLine(path)} tells no metric\n`;
  const rows = metrics.slice(-mostRows).map(({ name, value, split, epoch, line, text }) => {
    const when = epoch === null ? '' : `epoch ${epoch}`;
    return [`line ${line}`, name, formatNumber(value), split, when, safeLine(text, 60)];
  });
  const left = metrics.length - rows.length;
  return [
    `${safeLine(path)}: ${metric.name} ${formatNumber(metric.value)} (${metric.split}, line ${metric.line}) would count`,
    ...(left > 0 ? [`  the last ${mostRows} of ${metrics.length}`] : []),
    ...columns([['line', 'metric', 'value', 'split', '', 'text'], ...rows]),
    '',
  ].join('\n');
}
