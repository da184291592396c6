import type { ManifestFile } from '../packages/declared.ts';
import { withLocalModules } from '../python/modules.ts';
import type { Reading } from '../python/reading.ts';
import { settled } from '../python/names.ts';
import type { Import } from '../python/names.ts';
import type { SourceFile } from '../python/source.ts';
import { anatomyOf, evidenceAt } from './anatomy.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { blockersOf } from './blockers.ts';
import { dataFilesOf } from './data-files.ts';
import type { DataExists } from './data-files.ts';
import { downloadsOf } from './downloads.ts';
import { familyOf } from './family.ts';
import type { FamilyFinding } from './family-finding.ts';
import { metricSourceOf } from './metric-source.ts';
import { packagesOf } from './packages.ts';
import type { DataFile, Evidence, Framework, Program, Refusal } from './program.ts';
import { doesNotTrain, noMetric, notPython, syntaxError, unusableData } from './refusals.ts';
import { oldApis } from './api-age/old-apis.ts';
import { mayTell } from './tellers/outlets.ts';
import { trainingCalls } from './training.ts';
import type { TrainingCall } from './training.ts';
import { declaredBy, tooOld, withVersions } from './wanted-versions.ts';

/**
 * Says what a script is, by reading it and the modules of its own that it imports; nothing is run.
 *
 * `siblings` are the other Python files of the snapshot, `manifests` what says which packages it needs. A script that we will not run comes back with
 * `refused`, and with whatever could be told all the same.
 */
export async function detectProgram(
  script: SourceFile,
  siblings: readonly SourceFile[],
  dataExists: DataExists,
  manifests: readonly ManifestFile[] = [],
): Promise<Program> {
  const foreign = notPython(script);
  if (foreign !== null) return unread(script.path, foreign);
  const readings = await withLocalModules(script, siblings);
  const broken = readings.find(({ problem }) => problem !== null);
  const unparsable = broken?.problem == null ? null : syntaxError(broken.path, broken.problem);
  if (unparsable !== null && (broken?.problem?.bottomless === true || script.text.length > mostBroken))
    return unread(script.path, unparsable);

  const anatomy = anatomyOf(readings);
  const { facts } = anatomy;
  const training = trainingCalls(anatomy, facts);
  const framework = frameworkOf(training, facts);
  const family = familyOf(anatomy, framework);
  const metric = metricSourceOf(facts, family.family, anatomy.readings[0]);
  const declared = await declaredBy(script, manifests);
  const old = oldApis(anatomy);
  const { packages, refused: unknown } = packagesOf(readings, siblings, declared);
  const data = dataFilesOf(facts, dataExists);
  const trains = training.length > 0;
  const hurt = data.find(({ state }) => state !== 'present');
  return {
    script: script.path,
    trains,
    framework,
    family: trains ? family.family : 'none',
    confidence: confidenceOf(training, family, readings),
    evidence: evidenceOf(family, training),
    packages: withVersions(packages, declared, old),
    metric,
    data,
    downloads: downloadsOf(facts),
    blockers: blockersOf(anatomy),
    // Python stops at the first error; what the rest of the file would do is told all the same.
    refused:
      unparsable ??
      (!trains
        ? notTraining(anatomy)
        : (unknown ??
          tooOld(old) ??
          refusedData(hurt) ??
          (metric === null && !mayTell(facts, anatomy.readings[0]) ? noMetric(script.path) : null))),
  };
}

const mostBroken = 200_000;

function unread(script: string, refused: Refusal): Program {
  const nothing = { evidence: [], packages: [], metric: null, data: [], downloads: [], blockers: [] };
  return { script, trains: false, framework: 'none', family: 'none', confidence: 1, ...nothing, refused };
}

/** Says also where code would train, if anything called it. */
function notTraining(anatomy: Anatomy): Refusal {
  const [script] = anatomy.readings;
  const [idle] = trainingCalls(anatomy, anatomy.idle);
  return doesNotTrain(script.path, idleFrameworks(anatomy.readings), idle?.fact.place ?? null);
}

function refusedData(file: DataFile | undefined): Refusal | null {
  return file === undefined ? null : unusableData(file);
}

/** The frameworks that train, the first to train first; what is only imported is none of them. */
function frameworkOf(training: readonly TrainingCall[], facts: readonly CallFact[]): string {
  const certain = training.filter((call) => call.certain);
  const counted = certain.length > 0 ? certain : training.slice(0, 1);
  const names = [...new Set(counted.map(({ framework }) => framework))];
  const pretrained = facts.some(({ canonical }) => /^transformers\.\w+\.from_pretrained$/.test(canonical ?? ''));
  if (
    pretrained &&
    names.some((name) => ['pytorch', 'keras', 'flax'].includes(name)) &&
    !names.includes('hf-transformers')
  )
    names.push('hf-transformers');
  if (names.includes('jax') && facts.some(({ library }) => library === 'flax')) names.push('flax');
  const shown = names.filter(
    (name) => !names.some((other) => other !== name && (name === 'none' || covers[other]?.includes(name) === true)),
  );
  return shown.length === 0 ? 'none' : shown.join('+');
}

/** What a framework trains with underneath is not used beside it. */
const covers: Readonly<Partial<Record<Framework, readonly Framework[]>>> = {
  lightning: ['pytorch'],
  keras: ['tensorflow'],
  flax: ['jax'],
};

function confidenceOf(
  training: readonly TrainingCall[],
  { family }: FamilyFinding,
  readings: readonly Reading[],
): number {
  const wildcard = readings.some(({ names }) => names.imports.some(({ name }) => name === '*'));
  const doubts = [
    training.length > 0 && !training.some(({ certain }) => certain) ? 0.8 : 1,
    training.length > 0 && family === 'none' ? 0.6 : 1,
    family === 'multi' ? 0.7 : 1,
    wildcard ? 0.9 : 1,
  ];
  return Math.round(100 * doubts.reduce((product, doubt) => product * doubt, 0.98)) / 100;
}

const mostEvidence = 4;

/** The lines that decided: the import, what makes the model, what trains it. */
function evidenceOf({ because }: FamilyFinding, training: readonly TrainingCall[]): readonly Evidence[] {
  const [trainer] = training;
  const maker: CallFact | undefined = because[0] ?? trainer?.fact;
  const imports =
    maker === undefined ? [] : importsOf(maker).map(({ statement }) => evidenceAt(maker.reading, statement));
  const calls = [...because.slice(0, 2), ...(trainer === undefined ? [] : [trainer.fact])];
  const lines = [...imports.slice(0, 1), ...calls.map(({ reading, call }) => evidenceAt(reading, call))];
  const first = (line: Evidence, index: number): boolean =>
    lines.findIndex((other) => other.path === line.path && other.line === line.line) === index;
  return lines.filter(first).slice(0, mostEvidence);
}

/** The imports that bring what a call names, the closest first. */
function importsOf({ reading, canonical, makers }: CallFact): readonly Import[] {
  const wanted = canonical ?? makers[0] ?? '';
  const closeness = ({ module, name }: Import): number => {
    const address = settled(name === null || name === '*' ? module : `${module}.${name}`);
    return wanted === address || wanted.startsWith(`${address}.`) ? address.length : sameLibrary(address, wanted);
  };
  const close = reading.names.imports.filter((each) => closeness(each) > 0);
  return close.toSorted((one, other) => closeness(other) - closeness(one));
}

function sameLibrary(one: string, other: string): number {
  return one.split('.')[0] === other.split('.')[0] || (one === 'tensorflow' && other.startsWith('keras.')) ? 0.5 : 0;
}

const frameworkModules = ['keras', 'tensorflow', 'torch', 'sklearn', 'xgboost', 'lightgbm', 'catboost'];

function idleFrameworks(readings: readonly Reading[]): readonly string[] {
  const roots = readings.flatMap(({ names }) => names.imports.map(({ module }) => module.split('.')[0] ?? ''));
  return frameworkModules.filter((module) => roots.includes(module));
}
