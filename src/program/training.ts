import { argumentsOf } from '../python/calls.ts';
import type { CallFact } from './anatomy.ts';
import { estimatorFamilies } from './families.data.ts';
import type { Framework } from './program.ts';

/** A call that trains a model, and with what. */
export interface TrainingCall {
  readonly framework: Framework;
  readonly fact: CallFact;
  /** Whether the object that trains is known, or only likely by what else the script does. */
  readonly certain: boolean;
}

/** How one framework trains. A new framework is one record. */
interface Trainer {
  readonly framework: Framework;
  readonly libraries: readonly string[];
  /** Functions of the library that train by being called. */
  readonly functions: readonly string[];
  /** Methods of its objects that train. */
  readonly methods: readonly string[];
  /** Makers whose `fit` prepares data and trains nothing. */
  readonly preparation: RegExp | null;
  /** Methods that tell the framework even if the object is unknown, where the library is used at all. */
  readonly telling: readonly string[];
}

const sklearnPreparation =
  /^sklearn\.(preprocessing|feature_extraction|feature_selection|decomposition|impute|compose|random_projection|manifold)\b/;

const trainers: readonly Trainer[] = [
  trainer('keras', ['keras', 'scikeras'], ['fit', 'fit_generator', 'train_on_batch'], {
    telling: ['fit_generator', 'train_on_batch'],
  }),
  trainer('lightning', ['lightning', 'pytorch_lightning'], ['fit']),
  trainer('hf-transformers', ['transformers'], ['train']),
  trainer('pytorch', ['torch'], ['backward'], { telling: ['backward'] }),
  trainer('tensorflow', ['tensorflow'], ['apply_gradients', 'minimize'], { telling: ['apply_gradients', 'minimize'] }),
  trainer('xgboost', ['xgboost'], ['fit'], { functions: ['train', 'cv'] }),
  trainer('lightgbm', ['lightgbm'], ['fit'], { functions: ['train', 'cv'] }),
  trainer('catboost', ['catboost'], ['fit'], { functions: ['train', 'cv'] }),
  trainer('statsmodels', ['statsmodels'], ['fit', 'fit_regularized']),
  trainer('scikit-learn', ['sklearn', 'imblearn'], ['fit', 'fit_predict', 'partial_fit'], {
    functions: ['cross_val_score', 'cross_validate', 'cross_val_predict'],
    preparation: sklearnPreparation,
  }),
];

function trainer(
  framework: Framework,
  libraries: readonly string[],
  methods: readonly string[],
  more: Partial<Pick<Trainer, 'functions' | 'preparation' | 'telling'>> = {},
): Trainer {
  return { framework, libraries, methods, functions: [], preparation: null, telling: [], ...more };
}

/** Every call that trains, in source order. */
export function trainingCalls(facts: readonly CallFact[]): readonly TrainingCall[] {
  const used = new Set(facts.flatMap(({ library }) => (library === null ? [] : [library])));
  const models = modelLibraries(facts);
  return facts.flatMap((fact): TrainingCall[] => {
    const known = handedOver(fact) ?? trainers.find((each) => certainly(fact, each));
    if (known !== undefined) return [{ framework: known.framework, fact, certain: true }];
    const told = trainers.find((each) => each.telling.includes(fact.name) && uses(each, used));
    if (told !== undefined && fact.isMethod) return [{ framework: told.framework, fact, certain: true }];
    const likely = trainers.find(
      (each) => fact.maker === null && fact.isMethod && uses(each, models) && each.methods.includes(fact.name),
    );
    return likely === undefined ? [] : [{ framework: likely.framework, fact, certain: false }];
  });
}

/** `cross_val_score(XGBClassifier(), X, y)`: who trains is what it was given. */
function handedOver(fact: CallFact): Trainer | undefined {
  const [given] = argumentsOf(fact.call);
  if (fact.library !== 'sklearn' || !fact.name.startsWith('cross_val') || given === undefined) return undefined;
  const library = fact.reading.names.madeBy(given)?.split('.')[0] ?? '';
  return trainers.find(({ libraries }) => libraries.includes(library));
}

function certainly(fact: CallFact, { libraries, functions, methods, preparation }: Trainer): boolean {
  if (fact.library !== null && libraries.includes(fact.library)) return functions.includes(fact.name);
  const { maker } = fact;
  if (maker === null || !methods.includes(fact.name) || preparation?.test(maker) === true) return false;
  return libraries.includes(maker.split('.')[0] ?? '');
}

function uses({ libraries }: Trainer, used: ReadonlySet<string>): boolean {
  return libraries.some((library) => used.has(library));
}

const networks = /^(Sequential|Model|Dense|Conv\w+|LSTM|GRU|Linear|Module)$/;

/** The libraries of which the script makes models, not only data or metrics. */
function modelLibraries(facts: readonly CallFact[]): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ library, name }) => {
      if (library === null) return [];
      const estimators = Object.values(estimatorFamilies[library] ?? {}).flatMap((names) => names.split(' '));
      return networks.test(name) || estimators.includes(name) ? [library] : [];
    }),
  );
}
