import type { Condition, Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';

interface Row {
  readonly makers: readonly string[];
  /** The argument that counts only while the argument `on` of the same call holds one of `among`. */
  readonly name: string;
  readonly on: string;
  readonly among: readonly Value[];
}

const kernels = ['SVC', 'SVR', 'NuSVC', 'NuSVR', 'OneClassSVM'];
const perceptrons = ['MLPClassifier', 'MLPRegressor'];
const descents = ['SGDClassifier', 'SGDRegressor', 'LogisticRegression', 'Perceptron'];

/** What a library ignores, by its documentation of these classes. */
const rows: readonly Row[] = [
  { makers: kernels, name: 'gamma', on: 'kernel', among: ['rbf', 'poly', 'sigmoid'] },
  { makers: kernels, name: 'coef0', on: 'kernel', among: ['poly', 'sigmoid'] },
  { makers: kernels, name: 'degree', on: 'kernel', among: ['poly'] },
  { makers: perceptrons, name: 'momentum', on: 'solver', among: ['sgd'] },
  { makers: perceptrons, name: 'learning_rate_init', on: 'solver', among: ['sgd', 'adam'] },
  { makers: perceptrons, name: 'batch_size', on: 'solver', among: ['sgd', 'adam'] },
  { makers: descents, name: 'l1_ratio', on: 'penalty', among: ['elasticnet'] },
  { makers: ['KNeighborsClassifier', 'KNeighborsRegressor'], name: 'p', on: 'metric', among: ['minkowski'] },
];

/** When a hyper-parameter counts at all, as far as one of `others` decides that; `null`: always. */
export function conditionOf({ id, name }: Hyperparameter, others: readonly Hyperparameter[]): Condition | null {
  const call = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  const maker = /::([^:#]+)#\d+$/.exec(call)?.[1] ?? '';
  const row = rows.find((one) => one.name === name && one.makers.includes(maker));
  const decides = row && others.find((one) => one.name === row.on && one.id === `${call}.${row.on}`);
  return row === undefined || decides === undefined ? null : { id: decides.id, among: row.among };
}
