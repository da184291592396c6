import { argumentsOf } from '../python/calls.ts';
import type { CallFact } from './anatomy.ts';
import type { FamilyFinding } from './family-finding.ts';
import type { Family } from './program.ts';

/** Where only dense layers are in sight: a pretrained model of TensorFlow Hub beneath them, or attention by hand. */
export function underDense(facts: readonly CallFact[]): FamilyFinding | null {
  const attending = facts.filter(({ canonical, name }) => canonical === null && attention.test(name));
  return hubFamily(facts) ?? (attending.length > 0 ? { family: 'transformer', because: attending } : null);
}

/** What the author's own layers are called, as in the papers. */
const attention =
  /^(\w*(Multi_?Head|Self|Causal|Cross)\w*Attention|Transformer(Block|Encoder|Decoder|Layer|Model|LM)?|MHA)$/i;

const hubModels: readonly (readonly [Family, RegExp])[] = [
  ['transformer', /bert|transformer|universal-sentence-encoder|elmo/i],
  ['cnn', /mobilenet|inception|resnet|efficientnet|nasnet|imagenet|feature_vector/i],
];

/** `hub.KerasLayer('https://tfhub.dev/…')`: the name of a model says what it is. */
function hubFamily(facts: readonly CallFact[]): FamilyFinding | null {
  const taken = facts.filter(({ canonical }) => /^tensorflow_hub\.(KerasLayer|Module|load)$/.test(canonical ?? ''));
  for (const [family, pattern] of hubModels) {
    const because = taken.filter((fact) => pattern.test(modelOf(fact)));
    if (because.length > 0) return { family, because };
  }
  return null;
}

function modelOf({ call, reading }: CallFact): string {
  const [model] = argumentsOf(call);
  if (model === undefined) return '';
  const value = model.type === 'identifier' ? reading.bindings.candidates(model).at(-1)?.value : null;
  return reading.textOf(value ?? model);
}
