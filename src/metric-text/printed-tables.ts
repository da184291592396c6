import { metricNamed } from '../metrics.ts';
import { printedMetrics } from './printed-metrics.ts';
import type { PrintedMetric } from './printed-metrics.ts';
import { namedSplit } from './splits.ts';
import { shownLine } from './terminal-line.ts';

/**
 * Metrics that several lines tell together: a table with a heading (a printed frame, tabulate, rich, Markdown), or a
 * number alone below its name. The twin of `images/runtime/retune_runtime/printed_tables.py`.
 */
export interface TableReader {
  /** What is known once this line has come; of a table's rows as soon as it is over. */
  readonly line: (text: string) => readonly PrintedMetric[];
  readonly finish: () => readonly PrintedMetric[];
}

interface Table {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const mostRows = 500;
const rule = /^(?=.*[-=─━═])[\s+|│┃:=\-─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┡┩╇╞╪╡╘╧╛╒╤╕╔╗╚╝╠╣╦╩╬║]+$/u;
const numeric = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)? ?%?$/;
/** What may stand beside a metric's name where its number is in the next line. */
const besides =
  '(?:the|our|final|mean|average|overall|model|network|test|testing|train|training|val|validation|holdout|on|of|for|in|set|data|dataset|score|rate|is|was)';
const epochs = /^epochs?$/i;
/** The other lines of `describe()`. */
const spread = /^(?:std|stdev|min|max|count|25%|50%|75%|median|var)$/i;
const average = /^(?:mean|average|avg)$/i;
const alone = /^[\s[(]*[-+]?(?:\d*\.\d+(?:[eE][-+]?\d+)? ?%?|\d{1,3} ?%)[\s\])]*$/;
const nameAlone = new RegExp(
  String.raw`^(?:${besides}[ _])*(?<name>[^\W\d_][\w²^ -]{1,30}?)(?:[ _]${besides})*\s*:?$`,
  'iu',
);
/** A heading has no more columns. */
const mostColumns = 16;

export function tableReader(): TableReader {
  let table: Table | null = null;
  let name: string | null = null;
  const end = (): readonly PrintedMetric[] => {
    const told = table === null ? [] : metricsOf(table);
    table = null;
    return told;
  };
  return {
    finish: end,
    line: (text) => {
      const line = shownLine(text).trimEnd();
      if (line.length > 400) return end();
      const below = name;
      name = isMetric(nameAlone.exec(line.trim())?.groups?.name ?? '') ? line : null;
      if (below !== null && alone.test(line)) return printedMetrics(`${below.replace(/[\s:]*$/, '')}: ${line.trim()}`);
      if (rule.test(line)) return [];
      const cells = cellsOf(line);
      if (table !== null && table.rows.length < mostRows && isRow(cells, table)) {
        table = { ...table, rows: [...table.rows, cells] };
        return [];
      }
      // The index of a frame has a name, in a line of its own.
      if (table?.rows.length === 0 && cells.length === 1 && !numeric.test(cells[0] ?? '')) return [];
      const told = end();
      table = isHeading(cells) ? { heading: cells, rows: [] } : null;
      return told;
    },
  };
}

function cellsOf(line: string): readonly string[] {
  const bare = line.trim();
  const drawn = /[|│┃║]/.test(bare);
  const cells = bare.split(drawn ? /[|│┃║]/u : /\t+| {2,}/).map((cell) => cell.trim());
  return drawn ? cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined) : cells;
}

/** Names alone, at least half of them metrics, or a single other one beside: data has columns called "precision" too. */
function isHeading(cells: readonly string[]): boolean {
  const known = cells.filter(isMetric).length;
  const others = cells.filter((cell) => !isMetric(cell) && cell !== '' && !epochs.test(cell)).length;
  return (
    known > 0 &&
    cells.length <= mostColumns &&
    others <= Math.max(1, known) &&
    cells.every((cell) => !numeric.test(cell) && cell.length <= 30 && cell.toLowerCase() !== 'support')
  );
}

function isMetric(cell: string): boolean {
  return metricNamed(bareName(cell)) !== undefined;
}

function bareName(cell: string): string {
  return cell.replace(/ ?[([](?:%|test|train|val|validation)[)\]]/i, '').replace(/:$/, '');
}

/** As many cells as the heading, or one more in front: the name or number of the row. */
function isRow(cells: readonly string[], { heading }: Table): boolean {
  const index = cells.length - heading.length;
  return (
    (index === 0 || index === 1) &&
    heading.every((name, column) => !isMetric(name) || numeric.test(cells[column + index] ?? ''))
  );
}

/** By epoch the last row, by split each; of models or folds no single row is the result, but their mean. */
function metricsOf({ heading, rows }: Table): readonly PrintedMetric[] {
  const labels = rows.map((cells) => {
    const index = cells.length - heading.length;
    const others = cells.filter((_, column) => column < index || !isMetric(heading[column - index] ?? ''));
    return others.filter((cell) => !numeric.test(cell)).join(' ');
  });
  const results = rows.flatMap((cells, row) =>
    spread.test(labels[row] ?? '') ? [] : [{ cells, label: labels[row] ?? '' }],
  );
  const means = results.filter(({ label }) => average.test(label));
  const split = results.filter(({ label }) => namedSplit(label) !== null);
  const byEpoch = heading.some((name) => epochs.test(name));
  const counted =
    means.length === 1
      ? means
      : split.length === results.length
        ? split
        : byEpoch || results.length === 1
          ? results.slice(-1)
          : [];
  return counted.flatMap(({ cells, label }) => {
    const index = cells.length - heading.length;
    const told = heading.findIndex((name) => epochs.test(name));
    const epoch = Number(cells[told + index]);
    return heading.flatMap((name, column) => {
      if (!isMetric(name)) return [];
      const percent = name.includes('%') ? '%' : '';
      const [metric] = printedMetrics(
        `${namedSplit(label) === null ? '' : label} ${name}: ${cells[column + index] ?? ''}${percent}`,
      );
      return metric === undefined
        ? []
        : [{ ...metric, epoch: told >= 0 && Number.isInteger(epoch) ? epoch : metric.epoch }];
    });
  });
}
