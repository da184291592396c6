interface KnownFailure {
  /** In what the script said last. */
  readonly said: RegExp;
  /** In its source: without it the same words have another cause. */
  readonly written: RegExp;
  readonly help: string;
}

/** Failures of a script as it is whose message does not name their cause. */
const known: readonly KnownFailure[] = [
  {
    // Keras, PyTorch, TensorFlow, statsmodels.
    said: /Invalid dtype: object|type numpy\.object_|Unsupported object type|cast to numpy dtype of object/,
    written: /\bget_dummies\(/,
    help:
      'Since pandas 2 get_dummies gives columns of True and False, which beside numbers make an array of objects: ' +
      'write get_dummies(…, dtype=int), or ask for pandas<2 in requirements.txt.',
  },
  {
    // What `jupyter nbconvert --to script` writes for magics and commands.
    said: /name '(get_ipython|display)' is not defined/,
    written: /\b(get_ipython|display)\(/,
    help:
      'The script comes from a notebook, and this runs in IPython only: name the notebook itself (.ipynb), or take the ' +
      'lines with get_ipython() and display() out.',
  },
];

/** What helps against a failure of the script as it is, where the words it ended with are known. */
export function knownRemedy(said: string, source: string): string | null {
  return known.find((one) => one.said.test(said) && one.written.test(source))?.help ?? null;
}
