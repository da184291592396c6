/** Which way a metric is better. */
export type Direction = 'maximise' | 'minimise';

export interface MetricKind {
  /** Canonical name: the one in settings, journal and reports. */
  readonly name: string;
  readonly direction: Direction;
  /** A share between 0 and 1, also written in percent. */
  readonly fraction: boolean;
  /** Other spellings, lower case, words joined by `_`. */
  readonly aliases: readonly string[];
}

/** The metrics known by name, the one a reader would take first coming first. */
export const metrics: readonly MetricKind[] = [
  kind('accuracy', 'maximise', true, [
    'acc',
    'accuracy_score',
    'categorical_accuracy',
    'binary_accuracy',
    'sparse_categorical_accuracy',
    'compile_metrics',
  ]),
  kind('balanced_accuracy', 'maximise', true, ['balanced_accuracy_score']),
  kind('f1', 'maximise', true, ['f1_score', 'f_score', 'f1_macro', 'f1_weighted']),
  kind('auc', 'maximise', true, ['roc_auc', 'roc_auc_score', 'auroc']),
  kind('average_precision', 'maximise', true, ['average_precision_score', 'map']),
  kind('precision', 'maximise', true, ['precision_score']),
  kind('recall', 'maximise', true, ['recall_score']),
  kind('r2', 'maximise', false, [
    'r2_score',
    'r_squared',
    'r^2',
    'r²',
    'explained_variance',
    'coefficient_of_determination',
  ]),
  kind('rmse', 'minimise', false, ['root_mean_squared_error', 'root_mean_square_error']),
  kind('mse', 'minimise', false, ['mean_squared_error', 'mean_square_error']),
  kind('mae', 'minimise', false, ['mean_absolute_error']),
  kind('mape', 'minimise', false, ['mean_absolute_percentage_error']),
  kind('log_loss', 'minimise', false, ['logloss', 'cross_entropy']),
  kind('perplexity', 'minimise', false, ['ppl']),
  kind('error', 'minimise', false, ['error_rate', 'merror']),
  kind('loss', 'minimise', false, ['val_loss', 'test_loss']),
];

function kind(name: string, direction: Direction, fraction: boolean, aliases: readonly string[]): MetricKind {
  return { name, direction, fraction, aliases };
}

/** The metric that a spelling means, or `undefined`: `val_acc`, `Test accuracy` and `acc` are accuracy. */
export function metricNamed(spelling: string): MetricKind | undefined {
  const word = spelling
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^(val|valid|validation|test|testing|train|training|eval)_/, '');
  return metrics.find(({ name, aliases }) => name === word || aliases.includes(word));
}
