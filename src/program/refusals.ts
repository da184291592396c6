import { pythonIn } from '../python/python-text.ts';
import type { Position, SourceFile } from '../python/source.ts';
import type { SyntaxProblem } from '../python/syntax-tree.ts';
import type { DataFile, Program, Refusal } from './program.ts';

/** More is data, written as Python. */
const longest = 2_000_000;

/** Why a file is no Python script, by its name and first bytes; `null` if it may be one. */
export function notPython(file: SourceFile): Refusal | null {
  const { path, text } = file;
  const refuse = (reason: string, help: string): Refusal => ({ code: 'not-python', reason, help });
  if (!/\.(pyw?|ipynb)$/.test(path))
    return refuse(`${path} is not a .py file`, 'name the Python script that trains the model');
  const { problem, text: python } = pythonIn(file);
  // In a notebook's outputs anything may stand.
  const source = problem === null ? python : text;
  if (source.includes('\0') || source.includes('\uFFFD'))
    return refuse(
      `${path} is no text in UTF-8`,
      'name a Python script; one in another encoding must be saved as UTF-8',
    );
  if (python.length > longest)
    return {
      code: 'too-large',
      reason: `${path} holds ${(python.length / 1e6).toFixed(1)} million characters of Python`,
      help: 'keep data in files of its own, and name the script that trains',
    };
  if (problem !== null)
    return refuse(`${path} holds no Python: ${problem}`, 'name a Jupyter notebook of Python, or a .py file');
  return null;
}

/** Statements that Python 3 has no more: `print "loss", x`, `exec code`, `raise E, "why"`, `except E, e:`. */
const python2 = /^(print|exec)\s+[\w'"%]|^raise\s+\w+\s*,|^except\s+[\w.]+\s*,\s*\w+\s*:/;

export function syntaxError(path: string, { near, ...place }: SyntaxProblem): Refusal {
  const { line, cell } = place;
  if (python2.test(near))
    return {
      code: 'syntax-error',
      reason: `${path} is written in Python 2: ‘${near}’`,
      help: 'no environment of ours runs Python 2; 2to3 -w (Python 3.12 and older) rewrites most of it, or put the print lines into parentheses',
      ...place,
    };
  const check = cell === undefined ? `python -m py_compile ${path} says more` : 'run the cell to see more';
  return {
    code: 'syntax-error',
    reason: `${path} is not valid Python 3 near ‘${near}’`,
    help: `correct line ${line}${cell === undefined ? '' : ` of cell ${cell}`}; ${check}`,
    ...place,
  };
}

/** `unused` are frameworks that are imported though nothing of them trains. */
export function doesNotTrain(path: string, unused: readonly string[], idle: Position | null): Refusal {
  const seen = unused.length === 0 ? '' : ` (imported, but nothing of it trains: ${unused.join(', ')})`;
  if (idle !== null)
    return {
      code: 'does-not-train',
      reason: `${path} trains only in code that does not run when it is started`,
      help: `call it, or name the script that does; line ${idle.line} would train`,
      ...idle,
    };
  return {
    code: 'does-not-train',
    reason: `${path} trains no model: no fit and no training loop was found${seen}`,
    help: 'name the script that calls fit, or that runs the training loop',
  };
}

export function noMetric(path: string): Refusal {
  return {
    code: 'no-metric',
    reason: `${path} tells no metric: no evaluate, score or metric function, and nothing printed that could be one`,
    help: "print the result with its name, as in print('accuracy:', value); or name it, where it is told all the same: --metric accuracy",
  };
}

export function unusableData({ path, state, ...place }: DataFile): Refusal {
  if (state === 'pointer')
    return {
      code: 'data-pointer',
      reason: `${path} is a Git-LFS or DVC pointer, not the data`,
      help: `fetch it (git lfs pull, dvc pull), or give the data with --data HOST:${path}`,
      ...place,
    };
  return {
    code: 'missing-data',
    reason: `the script reads ${path}, which is not there`,
    help: `put it there, or give it with --data HOST:${path}`,
    ...place,
  };
}

/** For the command to add, once it knows that no hyper-parameter was found. */
export function nothingToTune(
  { script, family }: Pick<Program, 'script' | 'family'>,
  left: readonly { readonly id: string; readonly why: string }[],
): Refusal {
  const [first] = left;
  const seen = first === undefined ? '' : `; ${first.id} is left alone: ${first.why}`;
  return {
    code: 'nothing-to-tune',
    reason: `${script} trains, but writes down no value that could be tuned${seen}`,
    help: `write one down where the model is made, for example ${insertable[family] ?? insertable.other}, and run again`,
  };
}

/** What could be inserted in the place of a model without hyper-parameters, by the author: it may change the model. */
const insertable: Readonly<Partial<Record<Program['family'], string>>> & { readonly other: string } = {
  'linear-regression': 'Ridge(alpha=1.0) instead of LinearRegression()',
  glm: 'fit_regularized(alpha=0.1) instead of fit()',
  lda: "LinearDiscriminantAnalysis(solver='lsqr', shrinkage=0.1)",
  timeseries: 'the order of the model as numbers',
  clustering: 'n_init=10 or eps=0.5',
  other: 'learning_rate=0.01 or epochs=10',
};
