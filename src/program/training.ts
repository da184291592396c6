import { argumentsOf, keywordValue } from '../python/calls.ts';
import { fieldOf } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { estimatorFamilyOf, isEstimator } from './estimators.ts';
import { ownMethod } from './local-names.ts';
import { trainers } from './trainers.data.ts';
import type { Trainer } from './trainers.data.ts';
import type { Framework } from './program.ts';
import { writtenTraining } from './written-training.ts';

/** A call that trains a model, and with what. */
export interface TrainingCall {
  readonly framework: Framework;
  readonly fact: CallFact;
  /** Whether the object that trains is known, or only likely by what else the script does. */
  readonly certain: boolean;
}

/** Every call that trains, in source order; a learner that the author wrote himself only where nothing else trains. */
export function trainingCalls(anatomy: Anatomy, facts: readonly CallFact[]): readonly TrainingCall[] {
  const world = worldOf(anatomy, facts);
  const found = facts.flatMap((fact) => trainingOf(fact, world));
  const models = found.filter(({ fact }) => !reduces(fact));
  if (models.length > 0) return models;
  if (found.length > 0) return found;
  const handed = facts.filter((fact) => isHandedOptimiser(fact, anatomy) || isUnseenTrainer(fact, anatomy));
  if (handed.length > 0) return handed.map((fact) => ({ framework: 'pytorch', fact, certain: false }));
  const framework = differentiatedBy(facts);
  return writtenTraining(anatomy, facts).map((fact) => ({ framework, fact, certain: false }));
}

/** `pass_epoch(net, loss, loader, optimizer)` of a library that we do not know. */
function isHandedOptimiser({ canonical, name, call, reading }: CallFact, { origins }: Anatomy): boolean {
  if (canonical === null || canonical.startsWith('torch.') || !/train|fit|learn|epoch/i.test(name)) return false;
  return argumentsOf(call).some(
    (argument) =>
      argument.type === 'identifier' &&
      origins.makersOf(argument, reading).some((maker) => /^torch\.optim\.\w+$/.test(maker)),
  );
}

/** `Trainer(net, …).train_digits()`, where the trainer's module is not at hand and the script works with PyTorch. */
function isUnseenTrainer({ isMethod, name, makers }: CallFact, { readings }: Anatomy): boolean {
  const trainer = isMethod && /^(train|fit)/.test(name) && makers.length > 0;
  const unseen = trainer && makers.every((maker) => isUnknown(maker) && /\.\w*Trainers?$/.test(maker));
  return unseen && readings.some(({ names }) => names.imports.some(({ module }) => /^torch\b/.test(module)));
}

/** Whose gradients a learner follows that takes its steps by itself. */
function differentiatedBy(facts: readonly CallFact[]): Framework {
  const calls = (pattern: RegExp): boolean => facts.some(({ canonical }) => pattern.test(canonical ?? ''));
  if (calls(/^torch\./) && facts.some(({ isMethod, name }) => isMethod && name === 'backward')) return 'pytorch';
  if (calls(/^tensorflow\.GradientTape$/)) return 'tensorflow';
  return calls(/^jax\.(grad|value_and_grad)$/) ? 'jax' : 'numpy';
}

/** A projection to fewer dimensions is the model only where there is no other. */
function reduces({ makers }: CallFact): boolean {
  return makers.length > 0 && makers.every((maker) => estimatorFamilyOf(maker) === 'dim-reduction');
}

/** What the whole script tells about a single call. */
interface World {
  readonly anatomy: Anatomy;
  readonly used: (trainer: Trainer) => boolean;
  readonly models: (trainer: Trainer) => boolean;
  readonly beside: (pattern: RegExp) => boolean;
}

function worldOf(anatomy: Anatomy, facts: readonly CallFact[]): World {
  const canonicals = [...new Set(facts.flatMap(({ canonical }) => (canonical === null ? [] : [canonical])))];
  const modules = anatomy.readings.flatMap(({ names }) => names.imports.map(({ module }) => module));
  const models = canonicals.filter((name) => network.test(name) || isEstimator(name));
  const methods = facts.filter(({ isMethod }) => isMethod).map(({ name }) => `.${name}`);
  return {
    anatomy,
    used: ({ library }) => [...canonicals, ...modules].some((name) => library.test(name)),
    models: ({ library }) => models.some((name) => library.test(name)),
    beside: (pattern) => [...canonicals, ...methods].some((name) => pattern.test(name)),
  };
}

const network =
  /(^|\.)(Sequential|Model|Dense|Conv\w+|LSTM|GRU|Linear|Module|Trainer|load_model|from_pretrained|all_estimators|\w*Learner|\w*_learner)$/;

function trainingOf(fact: CallFact, world: World): readonly TrainingCall[] {
  const known = trainers.filter((each) => certainly(fact, each));
  // `models[i].fit(x, y)` trains each that the list holds, whatever library made it.
  if (known.length > 0) return known.flatMap((each) => byWhatIsInside(fact, each, world));
  if (!fact.isMethod) return [];
  if (fitsLoaders(fact)) return [{ framework: 'lightning', fact, certain: true }];
  const told = trainers.find(
    ({ telling, beside, ...each }) =>
      telling?.test(fact.name) === true &&
      world.used({ ...each, telling }) &&
      (beside === undefined || world.beside(beside)),
  );
  if (told !== undefined) return [{ framework: told.framework, fact, certain: true }];
  const unknown = fact.makers.length === 0 && !prepared.test(fact.reading.textOf(fact.call).slice(0, 60));
  if (fact.makers.every(isUnknown) && fitsEpochs(fact, world)) return [{ framework: 'keras', fact, certain: false }];
  const likely = trainers.find((each) => unknown && world.models(each) && each.methods.test(fact.name));
  return likely === undefined || fact.name === 'fit_transform' || argumentsOf(fact.call).length === 0
    ? []
    : [{ framework: likely.framework, fact, certain: false }];
}

/** `trainer.fit(model, datamodule=data)`, where a configuration makes the trainer. */
function fitsLoaders({ call, name, reading, makers }: CallFact): boolean {
  const says = (keyword: string): boolean => keywordValue(call, keyword, reading) !== null;
  return makers.every(isUnknown) && name === 'fit' && ['datamodule', 'train_dataloaders'].some(says);
}

/** `model.fit(x, y, epochs=5, batch_size=32)` of a model that is made where we do not see it. */
function fitsEpochs({ call, name, reading }: CallFact, { anatomy }: World): boolean {
  const says = (keyword: string): boolean => keywordValue(call, keyword, reading) !== null;
  if (name !== 'fit' || !says('epochs') || !ofKeras.some(says)) return false;
  const callee = fieldOf(call, 'function');
  const others = anatomy.readings.some(({ names }) => names.imports.some(({ module }) => rivals.test(module)));
  return !others && (callee === null || ownMethod(callee, reading) === null);
}

/** What no row names: `nets.build`, where `nets` is a module that is not at hand. */
function isUnknown(maker: string): boolean {
  return !trainers.some(({ library }) => library.test(maker)) && !isEstimator(maker);
}

const ofKeras = ['batch_size', 'validation_data', 'validation_split', 'callbacks', 'steps_per_epoch', 'verbose'];
const rivals = /^(torch|fastai|mxnet|paddle|chainer|tflearn|jax|lightning|pytorch_lightning)\b/;

/** Objects whose `fit` is preparation by every habit of naming, where nothing better is known of them. */
const prepared =
  /^(\w*(scaler|encoder|tokeni[sz]er|vectori[sz]er|imputer|binari[sz]er|datagen\w*|\bsc|\ble|\blb|tfidf\w*|cv|count_vect\w*))\s*\./i;

function certainly({ canonical, makers, name }: CallFact, trainer: Trainer): boolean {
  if (canonical !== null) return trainer.functions?.test(canonical) === true;
  if (isTransformer(makers)) return false;
  return makers.some((maker) => trains(maker, name, trainer));
}

/** A class of the author's that scikit-learn would ask to transform, and not to predict. */
function isTransformer(makers: readonly string[]): boolean {
  return (
    makers.includes('sklearn.base.TransformerMixin') &&
    !makers.some((maker) => /\.(Classifier|Regressor|Cluster)Mixin$/.test(maker))
  );
}

function trains(maker: string, method: string, { library, prepares, methods }: Trainer): boolean {
  if (!library.test(maker) || !methods.test(method) || prepares?.test(maker) === true) return false;
  // `fit_transform` of a scaler is preparation, of a topic model or an embedding it is the model.
  return method !== 'fit_transform' || isEstimator(maker);
}

/** A grid search, a pipeline or a cross validation trains what it was given. */
function byWhatIsInside(fact: CallFact, known: Trainer, { anatomy }: World): readonly TrainingCall[] {
  const own: TrainingCall = { framework: known.framework, fact, certain: true };
  if (known.framework !== 'scikit-learn') return [own];
  if (onlyPrepares(fact, anatomy)) return [];
  const given = [
    ...argumentsOf(fact.call).flatMap((argument) => innerMakers(argument, fact, anatomy)),
    ...fact.makers.filter((maker) => isEstimator(maker) && frameworkOf(maker).includes(known.framework)),
    ...(fact.makers.some((maker) => wraps.test(maker)) ? wrapped(anatomy) : []),
  ];
  const inner = new Set(given.flatMap((maker) => frameworkOf(maker)));
  return inner.size === 0 ? [own] : [...inner].map((framework) => ({ ...own, framework }));
}

/** `Pipeline([scaler, encoder]).fit(x)` in a program that makes no estimator at all. */
function onlyPrepares({ makers, call }: CallFact, anatomy: Anatomy): boolean {
  const pipeline = makers.length > 0 && makers.every((maker) => maker.startsWith('sklearn.pipeline.'));
  return pipeline && argumentsOf(call).length === 1 && wrapped(anatomy).length === 0;
}

const wraps =
  /(^tune_sklearn\.|^yellowbrick\.|SearchCV$|RFECV$|\.pipeline\.|\.model_selection\.|\.grid_search\.|\.multiclass\.|\.multioutput\.|\.calibration\.|Voting|Stacking|Bagging|RANSAC|TransformedTarget|\.compose\.)/;

function innerMakers(
  argument: CallFact['call'],
  { reading, canonical }: CallFact,
  anatomy: Anatomy,
): readonly string[] {
  if (canonical === null || argument.type === 'keyword_argument') return [];
  const makers = anatomy.origins.makersOf(argument, reading);
  return [
    ...makers.filter((maker) => isEstimator(maker) || frameworkOf(maker).length > 0),
    ...(makers.some((maker) => wraps.test(maker)) ? wrapped(anatomy) : []),
  ];
}

/** The estimators that the script makes, for a wrapper whose content cannot be followed. */
function wrapped({ facts }: Anatomy): readonly string[] {
  return facts.flatMap(({ canonical }) =>
    canonical !== null && (isEstimator(canonical) || asEstimator.test(canonical)) ? [canonical] : [],
  );
}

/** Networks that other libraries put into the clothes of an estimator. */
const asEstimator = /^(keras|tensorflow|scikeras|skorch)\b.*\.\w*(Classifier|Regressor)$/;

function frameworkOf(maker: string): readonly Framework[] {
  if (wraps.test(maker)) return [];
  return trainers
    .filter(({ library, prepares }) => library.test(maker) && prepares?.test(maker) !== true)
    .map(({ framework }) => framework);
}
