import { argumentsOf, keywordValue } from '../../python/calls.ts';
import type { CallFact } from '../anatomy.ts';
import type { Family } from '../program.ts';
import { stringAt, told } from './told.ts';
import type { Told } from './told.ts';

/** `accuracy_score(y_test, y_pred)` */
export function metricFunction(fact: CallFact): readonly Told[] {
  return fact.canonical?.startsWith('sklearn.metrics.') === true ? told(fact, fact.name) : [];
}

/** `cross_val_score(model, X, y, scoring='r2')` */
export function crossValidation(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  const asks = ['cross_val_score', 'cross_validate'].includes(fact.name);
  return fact.library === 'sklearn' && asks ? scored(fact, facts, family) : [];
}

/** `GridSearchCV(model, grid, scoring='f1')`: its best score. */
export function parameterSearch(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  const searches = fact.library === 'sklearn' && fact.name.endsWith('SearchCV');
  return searches ? scored(fact, facts, family).map((each) => ({ ...each, steering: true })) : [];
}

function scored(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  const scoring = stringAt(keywordValue(fact.call, 'scoring', fact.reading), fact);
  return told(fact, scoring?.replace(/^neg_/, '') ?? ownScore(facts, family));
}

/** `model.score(X_test, y_test)` */
export function score(fact: CallFact, facts: readonly CallFact[], family: Family): readonly Told[] {
  const library = /^(sklearn|xgboost|lightgbm|catboost|imblearn|scikeras|dask_ml)\b/;
  const ours = fact.makers.length === 0 || fact.makers.some((maker) => library.test(maker));
  const given = argumentsOf(fact.call).length >= 2;
  return fact.isMethod && fact.name === 'score' && ours && given ? told(fact, ownScore(facts, family)) : [];
}

const regressors: readonly Family[] = ['linear-regression', 'glm'];

/** What scikit-learn scores by when nothing is said. */
function ownScore(facts: readonly CallFact[], family: Family): string {
  const regression = facts.some((fact) => fact.library !== null && /(Regressor|SVR)$/.test(fact.name));
  const classification = facts.some((fact) => fact.library !== null && fact.name.endsWith('Classifier'));
  return !classification && (regression || regressors.includes(family)) ? 'r2' : 'accuracy';
}
