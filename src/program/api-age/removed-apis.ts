import { arraysAndTables } from './arrays-and-tables.data.ts';
import { boosting } from './boosting.data.ts';
import { kerasAndTensorFlow } from './keras.data.ts';
import { lightning } from './lightning.data.ts';
import { scikitLearn } from './scikit-learn.data.ts';
import { scipy } from './scipy.data.ts';
import type { RemovedApi } from './entry.ts';

/**
 * Names met in scripts of earlier years, each checked against the libraries' change logs or sources. Without
 * the version that has it, each ends a run at once.
 */
export const removedApis: readonly RemovedApi[] = [
  ...kerasAndTensorFlow,
  ...scikitLearn,
  ...arraysAndTables,
  ...scipy,
  ...boosting,
  ...lightning,
];
