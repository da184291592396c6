import { argumentsOf, keywordValue } from '../python/calls.ts';
import { ancestor } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { layerFamilies } from './families.data.ts';
import type { FamilyFinding } from './family-finding.ts';
import { roleOf } from './network-roles.ts';
import { underDense } from './under-dense.ts';
import type { Family } from './program.ts';

/** The family of a network: what it is for, where that shows, else by its most telling layer. */
export function networkFamily(anatomy: Anatomy, framework: string): FamilyFinding | null {
  const role = roleOf(anatomy);
  if (role !== null) return role;
  const layers = layerFamily(anatomy.facts);
  const dense = layers === null || /^(mlp|\w+-regression)$/.test(layers.family);
  const beneath = dense ? underDense(anatomy.facts) : null;
  return beneath ?? layers ?? writtenLayers(anatomy) ?? pretrainedOnly(anatomy.facts, framework);
}

const layerLibraries =
  /^(keras|torch|torchvision|flax|haiku|equinox|tensorflow|tf_slim|tflearn|tensorlayer|timm|segmentation_models\w*|efficientnet\w*|fastai|transformers|sentence_transformers|x_transformers|keras_\w+|lightning|diffusers)$/;

function layerFamily(facts: readonly CallFact[]): FamilyFinding | null {
  const layers = facts.filter(({ library, canonical }) => canonical !== null && layerLibraries.test(library ?? ''));
  const found = layerFamilies.flatMap(([family, pattern]): FamilyFinding[] => {
    const because = layers.filter(({ canonical }) => pattern.test(canonical ?? ''));
    return because.length === 0 ? [] : [{ family, because }];
  });
  const pretrained = transformerModels(facts);
  const first: FamilyFinding | undefined =
    pretrained.length > 0 ? { family: 'transformer', because: pretrained } : found[0];
  if (first === undefined) return null;
  const recurrent = found.find(({ family }) => family === 'rnn');
  if (first.family === 'cnn' && recurrent !== undefined)
    return { family: 'cnn+rnn', because: [...first.because, ...recurrent.because] };
  const alone = first.family === 'mlp' && first.because.length === 1 && !repeated(first.because[0]);
  return alone ? { family: singleLayer(facts), because: first.because } : first;
}

function repeated(fact: CallFact | undefined): boolean {
  return (
    fact !== undefined &&
    ancestor(fact.call, 'for_statement', 'while_statement', 'list_comprehension', 'generator_expression') !== null
  );
}

const models =
  /^transformers\.(\w+\.)*(?!\w*(ResNet|ConvNext|RegNet|MobileNet|Tokenizer|Config|Extractor|Processor))\w*(Model|For\w+|LMHead\w*)(\.from_pretrained|\.from_config)?$/;

function transformerModels(facts: readonly CallFact[]): readonly CallFact[] {
  return facts.filter(({ canonical }) => models.test(canonical ?? ''));
}

const classes = /^(torch|tensorflow|jax)\.(\w+\.)*(log_?)?(softmax|sigmoid)$/i;

/** One layer alone is a linear model; the loss tells which. */
function singleLayer(facts: readonly CallFact[]): Family {
  const losses = facts.flatMap(({ name, call, reading }) => {
    const loss = name === 'compile' ? keywordValue(call, 'loss', reading) : null;
    return [name, ...(loss === null ? [] : [reading.textOf(loss)])];
  });
  if (losses.some((loss) => /cross_?entropy|nllloss|nll_loss|bce|hinge/i.test(loss))) return 'logistic-regression';
  if (losses.some((loss) => /mse|mean_?squared|l1_?loss|mae|huber|^square$/i.test(loss))) return 'linear-regression';
  // Where the loss is written by hand, what comes behind the layer tells.
  return facts.some(({ canonical }) => classes.test(canonical ?? '')) ? 'logistic-regression' : 'mlp';
}

const products =
  /^(tensorflow\.(matmul|linalg\.matmul|tensordot|nn\.xw_plus_b|compat\.v1\.matmul)|torch\.(mm|matmul|addmm)|jax\.numpy\.(dot|matmul))$/;

/** Layers written out as products of matrices. */
function writtenLayers({ facts }: Anatomy): FamilyFinding | null {
  const found = facts.filter(
    ({ canonical, name, isMethod }) => products.test(canonical ?? '') || (isMethod && name === 'mm'),
  );
  if (found.length === 0) return matrices({ facts });
  const hidden = facts.some(
    ({ canonical, name }) => canonical !== null && /^(relu|sigmoid|tanh|elu|selu|dropout)$/.test(name),
  );
  const several = found.length > 1 && (hidden || found.length > 2);
  return { family: several ? 'mlp' : singleLayer(facts), because: found };
}

/** Weights that are made by hand and multiplied by `@`: each matrix that is learned is a layer. */
function matrices({ facts }: Pick<Anatomy, 'facts'>): FamilyFinding | null {
  const weights = facts.filter(
    ({ canonical, call, reading }) =>
      /^torch\.(randn|rand|zeros|empty|normal)$/.test(canonical ?? '') &&
      argumentsOf(call).filter(({ type }) => type !== 'keyword_argument').length > 1 &&
      keywordValue(call, 'requires_grad', reading) !== null,
  );
  if (weights.length === 0) return null;
  return { family: weights.length > 1 ? 'mlp' : singleLayer(facts), because: weights };
}

/** A network whose layers are nowhere in sight. */
function pretrainedOnly(facts: readonly CallFact[], framework: string): FamilyFinding | null {
  if (framework.includes('transformers')) return { family: 'transformer', because: [] };
  const linear = singleLayer(facts);
  const alone = framework === 'pytorch' || framework === 'tensorflow';
  return linear === 'linear-regression' && alone ? { family: linear, because: [] } : null;
}
