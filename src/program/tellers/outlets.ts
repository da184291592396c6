import { argumentsOf, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { lastExpressions, results } from './shown.ts';

/**
 * A way by which a metric may come out though reading alone does not tell its name: a printed frame, a dictionary,
 * a program that the script starts, a library that reports by itself. Only a run shows what really comes.
 */
export type Outlet = (fact: CallFact) => boolean;

const outlets: readonly Outlet[] = [shows, startsProgram, measures, writesTable, reportsByItself];

/** Whether a run may tell a metric after all. */
export function mayTell(facts: readonly CallFact[], script: Reading): boolean {
  return facts.some((fact) => outlets.some((outlet) => outlet(fact))) || endsCellWith(script);
}

const showers = /^(print|pprint|display|echo|info|warning|debug|critical|write|writelines|tabulate)$/;

/** `print(frame)`, `logger.info(results)`: something other than fixed text, and other than what is printed of data. */
function shows({ name, canonical, call, reading }: CallFact): boolean {
  if (!showers.test(name) || (name === 'info' && argumentsOf(call).length === 0)) return false;
  if (canonical !== null && !/^(builtins|pprint|IPython|logging|loguru|rich|click|tabulate|tqdm|sys)\b/.test(canonical))
    return false;
  return argumentsOf(call).some((argument) => argument.type !== 'keyword_argument' && mayBeResult(argument, reading));
}

function mayBeResult(node: SyntaxNode, { textOf }: Reading): boolean {
  const values = node.type === 'string' ? descendants(node).filter(({ type }) => type === 'interpolation') : [node];
  return values.some((value) => {
    const text = textOf(value).replace(/^\{|\}$/g, '');
    const named = descendants(value).some(({ type }) => type === 'identifier');
    return named && !ofDataOrModel.test(text) && !ofTheRun.test(text);
  });
}

const ofDataOrModel =
  /\.(shape|columns|dtypes?|size|ndim|index|head|tail|info|describe|summary|isnull|isna|value_counts|n?unique|named_parameters|parameters|get_params|coef_|intercept_|feature_importances_|classes_|device|__version__)\b|^(len|type|list|set|id|dir|sum\(p\.numel)\(|^(x|y|data|dataset|df|model|net|network|classifier|clf|device|args?|config|cfg|opt|path|filename)$/i;
const ofTheRun =
  /\btime\.|\bdatetime\b|perf_counter|^(e|ex|err|error|exc|exception|epochs?|step|start|end|elapsed|seconds)$/i;

/** `subprocess.run([sys.executable, 'evaluate.py'])` */
function startsProgram({ canonical }: CallFact): boolean {
  return /^(subprocess\.(run|call|check_call|check_output|getoutput|Popen)|os\.(system|popen|exec\w+|spawn\w+))$/.test(
    canonical ?? '',
  );
}

/** What a framework measures, whatever is done with it. */
function measures({ isMethod, name, call, makers, canonical }: CallFact): boolean {
  if (/^(torchmetrics|evaluate|torcheval|seqeval|ignite\.metrics|tensorflow_addons\.metrics)\./.test(canonical ?? ''))
    return true;
  if (!isMethod) return false;
  if (/^(lightning|pytorch_lightning|transformers|simpletransformers)\b/.test(makers[0] ?? ''))
    return /^(test|validate|evaluate|eval_model)$/.test(name);
  return name === 'score' && argumentsOf(call).length >= 2;
}

/** `frame.to_csv('results.csv')`, `np.savetxt('scores.txt', a)` */
function writesTable({ name, call, reading }: CallFact): boolean {
  const writes = /^(to_(csv|json|excel|markdown|html)|savetxt|dump|writerows?)$/.test(name);
  return writes && argumentsOf(call).some((argument) => results.test(reading.textOf(argument)));
}

/** Libraries whose training prints what it reaches. */
function reportsByItself({ canonical, makers, name }: CallFact): boolean {
  const trains = /^(train|fit|fit_one_cycle|fine_tune|learn|run|compare_models|create_model|fit_dataset)$/.test(name);
  return trains && [canonical ?? '', ...makers].some((maker) => reporting.test(maker));
}

const reporting =
  /^(fastai|skorch|pytorch_tabnet|ignite|poutyne|torchbearer|catalyst|flair|ultralytics|detectron2|mmengine|composer|d2l|pycaret|autogluon|flaml|ludwig|h2o|tpot|surprise|spacy|simpletransformers|setfit|sentence_transformers|lazypredict)\b/;

/** A notebook shows the last expression of each cell: `pd.DataFrame(results)`, `evaluate(model)`. */
function endsCellWith(script: Reading): boolean {
  return lastExpressions(script).some((shown) => {
    const draws = callsIn(shown).some((call) =>
      /^(plt|sns|axe?s?|fig)\b|\.(fit|compile|append|plot|hist)\(/.test(script.textOf(call)),
    );
    return !draws && mayBeResult(shown, script);
  });
}
