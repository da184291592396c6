import { metrics } from '../metrics.ts';
import { printedMetrics } from './printed-metrics.ts';
import type { PrintedMetric } from './printed-metrics.ts';
import { tableReader } from './printed-tables.ts';
import { shownLine } from './terminal-line.ts';

/** A metric in a log, with the line that tells it. */
export interface MetricInText extends PrintedMetric {
  readonly line: number;
  readonly text: string;
}

const longestText = 160;
const epochAlone = /^\s*Epoch (\d+)\/\d+\s*$/;

/**
 * Every metric that a log tells, in order. Unlike in a run of ours no framework can be asked, so
 * progress bars count too: under `Epoch 3/10` they tell of training, but for what they call `val_`.
 */
export function metricsInText(text: string): readonly MetricInText[] {
  let epoch: number | null = null;
  const tables = tableReader();
  const lines = text.split('\n');
  return lines.flatMap((line, index): MetricInText[] => {
    const below = [...tables.line(line), ...(index === lines.length - 1 ? tables.finish() : [])];
    return [...below.map((metric) => ({ ...metric, line: index + 1, text: shown(line) })), ...inLine(line, index)];
  });

  function inLine(line: string, index: number): MetricInText[] {
    const alone = epochAlone.exec(shownLine(line))?.[1];
    if (alone !== undefined) {
      epoch = Number(alone);
      return [];
    }
    const plain = printedMetrics(line);
    const found = plain.length > 0 ? plain : printedMetrics(line, true);
    const fitting = plain.length === 0 && found.length > 0 ? epoch : null;
    if (fitting !== null) epoch = null;
    return found.map((metric) => ({
      ...metric,
      epoch: metric.epoch ?? fitting,
      split: metric.split === 'unknown' && fitting !== null ? 'train' : metric.split,
      line: index + 1,
      text: shown(line),
    }));
  }
}

function shown(line: string): string {
  return shownLine(line).trim().slice(0, longestText);
}

/** The one that a reader would take: the best known metric, held-out rows before others, then the last. */
export function bestOf(told: readonly MetricInText[]): MetricInText | null {
  const held = told.filter(({ split }) => split !== 'train');
  const candidates = held.length > 0 ? held : told;
  const rank = (name: string): number => metrics.findIndex((kind) => kind.name === name);
  const best = Math.min(...candidates.map(({ name }) => rank(name)));
  const same = candidates.filter(({ name }) => rank(name) === best);
  return same.findLast(({ split }) => split === 'test') ?? same.at(-1) ?? null;
}
