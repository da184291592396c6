import { metricNamed, metrics } from '../metrics.ts';
import type { MetricKind } from '../metrics.ts';
import { namedSplit } from './splits.ts';
import type { Split } from './splits.ts';
import { backspace, shownLine } from './terminal-line.ts';

/**
 * Reads metrics from printed lines. The twin of `images/runtime/retune_runtime/printed.py`: both read
 * `images/runtime/printed-examples.json` and must find the same there.
 */
export interface PrintedMetric {
  readonly name: string;
  readonly value: number;
  readonly split: Split;
  readonly epoch: number | null;
  /** Rows that were evaluated, where the line says so. */
  readonly size: number | null;
}

/** Longer ones are data, not results. */
const longestLine = 2000;

const spellings = new Map<string, MetricKind>();
for (const kind of metrics)
  for (const spelling of [kind.name, ...kind.aliases]) if (!spellings.has(spelling)) spellings.set(spelling, kind);
const squashed = new Map([...spellings].toReversed().map(([spelling, kind]) => [spelling.replaceAll('_', ''), kind]));

const labels = [...spellings.keys()]
  .sort((one, other) => other.length - one.length)
  .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '[\\s_-]*'))
  .join('|');
// Bounded, so that a line of digits is not tried in every possible cut.
const number = String.raw`[-+]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?`;
// Words that may stand between a metric and its number without a colon: "accuracy on the test set is 0.9".
const filler = String.raw`(?:(?:(?:scores?|rate|value|is|was|of|on|for|in|the|our|this|final|best|mean|average|avg|model|network|got|set|data|dataset|images?|samples?|test|testing|train|training|val|validation|holdout|equals?|approximately|about)\b[ _]?|epoch \d+ ?|\d+\s+(?:(?:test|train|training|validation)\s+)?(?:images|samples|examples|rows|records)\b ?){0,12})`;
const mark = String.raw`\.{0,40} ?(?:[(\[][^()\[\]\d'"]{0,40}[)\]] ?)?['"]?\]?`;
// What the number before the last one says: "accuracy for k = 5 is 0.9", "after 10 epochs: 0.9". One class is not the whole.
const setting = String.raw`[ _](?:of|for|with|at|after|over|using|when)\b(?:(?!class|label|digit|fold\b|category|task|client|group|cluster)[^\d:;|│{}'"(),]){1,40}${number} ?(?:[a-z]+ ?){0,3}(?:=>|->|[:=]|\bis\b)`;
// "The accuracy of the decision tree is 0.9".
const whose = String.raw`[ _](?:of|for|with|from|using)\b(?:(?!class|label|digit|fold\b|category|task|client|group|cluster)[\p{L} _-]){1,40}\b(?:is|was)\b`;
const sign = String.raw`(?:=>|->|[:=~≈,|│┃])`;
const lead = String.raw`[\[({'"]{0,3}(?:(?:np\.|numpy\.|torch\.|tf\.)?(?:float\d+|tensor|array|Tensor)\()?[\[({'"]{0,3} ?`;
const afterLabel = new RegExp(
  `${mark}(?:[ _]?${filler} ?${sign}?['"]?,?|${setting}|${whose}|[^\\d;:=|│{}\\[\\]'",()]{0,60}?(?:=>|->|[:=])) ?${lead}` +
    `(?<number>${number})(?:\\s*(?:/|\\bof\\b|\\bout of\\b)\\s*(?<total>\\d+)(?:\\s*\\(\\s*${number}\\s*%\\s*\\))?)?` +
    `\\s*(?<percent>%|percent\\b)?(?![\\p{L}\\p{N}_]|[.,][\\p{L}\\p{N}_]|\\s*/\\s*[-+.\\d]|\\s*(?:[:=]|is\\b)\\s*[-+.\\d])`,
  'iuy',
);
// "loss_weight=0.3" is a setting.
const configures = String.raw`[\s_-]?(?:threshold|target|goal|tolerance|tol|weights?|scale|scaling|coef\w*|factor)(?![\p{L}\d])`;
const label = new RegExp(`(?<![\\p{L}\\p{N}])(?<label>${labels})(?![\\p{L}\\d]|${configures})`, 'giu');
const percentFirst = new RegExp(
  `(?<![\\d.])(?<number>${number}) ?(?:%|percent) (?:[a-z]+\\s+){0,2}?(?:accuracy|acc)\\b(?!\\s*[:=])`,
  'giu',
);
/** "Train/Valid ACC: 0.96/0.95", "MAE (train/test): 0.2 | 0.4". */
const pair = new RegExp(
  `(?<first>train\\w*)\\.?\\s*/\\s*(?<second>val\\w*|test\\w*)\\b[^\\d:=]{0,20}[:=]\\s*(?<one>${number})\\s*%?\\s*[/|,]\\s*(?<two>${number})\\s*(?<percent>%)?`,
  'iu',
);
/** "Correct: 270 out of 300", "317 / 360 test images were classified correctly". */
const share = String.raw`(?<hits>\d{1,9})\s*(?:/|of|out of)\s*(?<rows>\d{2,9})\b`;
const correctOf = [
  new RegExp(
    String.raw`(?<![\p{L}-])correct(?:ly)?(?:[ _-](?:classified|predicted|predictions?|answers?|labels?|samples|images|examples|instances)){0,2}\s*(?:[:=]|is|are|was|were)?\s*${share}(?=\s*(?:$|[(:,.;|=]))`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\d.])${share}\s*(?:\([^()]{0,20}\)\s*)?(?:(?:test|testing|validation|train|training|images?|samples?|examples?|instances?|rows|predictions?|labels|digits|were|was|are|is|classified|predicted|labell?ed|the)\s+){0,6}(?:correct(?:ly)?|right)\b`,
    'iu',
  ),
];
/** Between a name and its number: what anybody reaches who learns nothing. */
const notLearnt =
  /majority class|always predicting|dummy|by chance|random guess|most frequent|null (?:accuracy|model)/i;
const notAResult =
  /\b(?:target|threshold|goal|desired|required|minimum|chance|baseline|batch|running|standard|adj(?:usted)?|top[\s_-]?[2-9]\d*|std|deviation)[^\p{L}\p{N}]*(?:\w+[^\p{L}\p{N}]+)?$/iu;

/** What a line tells; `bars` are the progress bars of frameworks, which a hook hears better in a run of ours. */
export function printedMetrics(line: string, bars = false): readonly PrintedMetric[] {
  const text = readable(line, bars);
  if (text === null) return [];
  const epoch = printedEpoch(text);
  const two = pairIn(text, epoch);
  if (two.length > 0) return two;
  const found: PrintedMetric[] = [];
  let end = 0;
  for (const match of text.matchAll(label)) {
    const spelled = match.groups?.label ?? '';
    const after = match.index + spelled.length;
    if (match.index < end) continue;
    afterLabel.lastIndex = after;
    const value = afterLabel.exec(text);
    const before = text.slice(end, match.index);
    if (value === null || notAResult.test(before) || notLearnt.test(text.slice(end, value.index + value[0].length)))
      continue;
    const numberAt = value.index + value[0].lastIndexOf(value.groups?.number ?? '');
    const split = namedSplit(before + text.slice(match.index, numberAt)) ?? namedSplit(text.slice(0, end));
    const kind = kindOf(spelled);
    const metric = kind === null ? null : read(kind, value.groups ?? {}, split, epoch);
    if (metric !== null) found.push(metric);
    end = value.index + value[0].length;
  }
  if (found.length > 0) return found;
  const percent = inFront(text, epoch);
  return percent.length > 0 ? percent : correctIn(text, epoch);
}

const bar = /━|█|\[=+|^\d+\/\d+ - \d+m?s - |\d ?[µmun]?s\/(?:step|epoch|it|batch|sample)|\bit\/s|\d+\/\d+ \[/;
const log =
  /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+: [IWEF] |[IWEF]\d{4} \d\d:\d\d|[IWEF]0000 |(?:Collecting|Requirement already|Downloading|Installing|Successfully|Using cached|Building|Preparing|Defaulting)\b|.*\b(?:CUDA|cuDNN|ptxas|XLA)\b.*\b(?:version|driver|library|warning)\b|\s*(?:File "|Traceback|[\w.]*(?:Warning|Error|Exception):)|\d+ +\| )/;

function readable(line: string, bars: boolean): string | null {
  if (line.length > longestLine) return null;
  // Runs of blanks become one: the patterns stay simple, and quick on any line.
  const text = shownLine(line).replace(/[^\S\r]+/g, ' ');
  if (log.test(text)) return null;
  if (!bar.test(text) && !text.includes(backspace)) return text;
  return bars ? finishedBar(text) : null;
}

/** The numbers behind a bar that came to its end. */
function finishedBar(text: string): string | null {
  const last = text.split(backspace).at(-1) ?? '';
  const steps = /(\d+)\/(\d+)/.exec(last);
  if (steps !== null && steps[1] !== steps[2]) return null;
  return last.replace(/\d+\/\d+|\d+%\||[━█▏▎▍▌▋▊▉=>|]+/gu, ' ').replace(/\s+/g, ' ');
}

const epochIn = /\bepochs?\b\W{0,4}(\d+)(?!\d|\.\d|\s*%)(?:\s*(?:\/|of)\s*(\d+))?/i;
const round = /^\[(\d+)\]\s/;

function printedEpoch(text: string): number | null {
  const told = epochIn.exec(text)?.[1];
  if (told !== undefined) return Number(told);
  const boosting = round.exec(text)?.[1];
  return boosting === undefined ? null : Number(boosting) + 1;
}

function kindOf(spelled: string): MetricKind | null {
  if (spelled.toLowerCase() === 'map' && spelled !== 'mAP' && spelled !== 'MAP') return null;
  return metricNamed(spelled) ?? squashed.get(spelled.toLowerCase().replace(/[\s_-]+/g, '')) ?? null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Only these are written in percent without a percent sign; "precision: 16" is about floats. */
const percentAssumed = ['accuracy', 'balanced_accuracy'];

function read(kind: MetricKind, groups: Groups, split: Split | null, epoch: number | null): PrintedMetric | null {
  const { number: digits = '', total } = groups;
  const percent = groups.percent !== undefined;
  const told = Number(digits);
  const metric = (value: number, size: number | null = null): PrintedMetric => ({
    name: kind.name,
    value,
    split: split ?? 'unknown',
    epoch,
    size,
  });
  if (total !== undefined) {
    // "9912/10000 (99%)": the exact share, and how many rows it is of. "Epoch 3/10" never comes here.
    const rows = Number(total);
    return !kind.fraction || rows === 0 || told > rows ? null : metric(told / rows, rows);
  }
  if (kind.fraction) {
    const scale = fractionScale(kind, told, percent, digits.includes('.'));
    return scale === null ? null : metric(told * scale);
  }
  if (kind.name === 'error' && !percent && !digits.includes('.')) return null;
  return metric(percent ? told / 100 : told);
}

function fractionScale(kind: MetricKind, value: number, percent: boolean, decimal: boolean): number | null {
  // "0.97 %" means 97 in the scripts seen; but "1 %" and "0 %" are what they say.
  if (value >= 0 && value <= 1) return percent && !decimal ? 0.01 : 1;
  return value > 1 && value <= 100 && (percent || percentAssumed.includes(kind.name)) ? 0.01 : null;
}

function pairIn(text: string, epoch: number | null): readonly PrintedMetric[] {
  const match = pair.exec(text);
  const { one = '', two = '', second = '', percent } = match?.groups ?? {};
  const named = [...text.slice(0, (match?.index ?? 0) + (match?.[0].length ?? 0)).matchAll(label)].at(-1)?.groups
    ?.label;
  const kind = match === null || named === undefined ? null : kindOf(named);
  if (kind === null) return [];
  const told = [
    read(kind, { number: one, percent }, 'train', epoch),
    read(kind, { number: two, percent }, namedSplit(second), epoch),
  ];
  return told.filter((metric) => metric !== null);
}

function correctIn(text: string, epoch: number | null): readonly PrintedMetric[] {
  const match = correctOf.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  const [hits, rows] = [Number(match?.groups?.hits), Number(match?.groups?.rows)];
  if (match === undefined || hits > rows || rows === 0 || notAResult.test(text.slice(0, match.index))) return [];
  return [{ name: 'accuracy', value: hits / rows, split: namedSplit(text) ?? 'unknown', epoch, size: rows }];
}

/** "reached 97.3 % test accuracy" */
function inFront(text: string, epoch: number | null): readonly PrintedMetric[] {
  return [...text.matchAll(percentFirst)].flatMap((match): PrintedMetric[] => {
    const digits = match.groups?.number ?? '';
    const value = Number(digits);
    const scale = value <= 1 && digits.includes('.') ? 1 : 0.01;
    if (value < 0 || value > 100 || notAResult.test(text.slice(0, match.index))) return [];
    return [{ name: 'accuracy', value: value * scale, split: namedSplit(text) ?? 'unknown', epoch, size: null }];
  });
}
