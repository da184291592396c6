import { argumentsOf } from '../python/calls.ts';
import { descendants, fieldOf } from '../python/syntax-tree.ts';
import { basesOf } from './local-names.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import type { FamilyFinding } from './family-finding.ts';
import type { Family } from './program.ts';

/** What a network is for, where the way it is trained shows it: the first role that fits. */
export function roleOf(anatomy: Anatomy): FamilyFinding | null {
  for (const [family, because] of roles) {
    const found = because(anatomy);
    if (found.length > 0) return { family, because: found };
  }
  return null;
}

type Role = readonly [Family, (anatomy: Anatomy) => readonly CallFact[]];

const roles: readonly Role[] = [
  ['rl', environments],
  ['gan', adversaries],
  ['gnn', graphLayers],
  ['autoencoder', reconstructions],
  ['recsys', collaborations],
  ['recsys', matrixFactors],
];

const worlds =
  /^(gym|gymnasium|envpool|pettingzoo|gym3|isaacgym|isaacgymenvs|procgen|retro|gym_\w+|dm_control|brax|tf_agents|stable_baselines3?|kaggle_environments|unityagents|vizdoom|ale_py|crafter|minigrid)\./;

function environments({ facts, readings }: Anatomy): readonly CallFact[] {
  const known = facts.filter(
    ({ canonical, makers }) => worlds.test(canonical ?? '') || makers.some((maker) => worlds.test(maker)),
  );
  if (known.length > 0) return known;
  // A world of the author's own: what plays in it is called what the papers call it.
  const rewarded = readings.some(({ text }) => /\brewards?\b/.test(text) && /\bactions?\b/.test(text));
  return rewarded ? facts.filter((fact) => fact.canonical === null && (player.test(fact.name) || isStep(fact))) : [];
}

/** `state, reward, done, _ = env.step(action)` */
function isStep({ call, reading, name, isMethod }: CallFact): boolean {
  const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
  return isMethod && name === 'step' && left !== null && /\brew(ard)?s?\b|\br\b/.test(reading.textOf(left));
}

const player =
  /^(\w*(DQN|Q_?Network|Actor_?Critic|Policy_?(Net|Network|Gradient)|Experience_?Replay|Replay_?(Buffer|Memory))\w*|\w*DQN\w*Agent|PPO|DDPG|REINFORCE)$/i;

const generator =
  /^(net_?)?(g|gen|gens?|generators?|generate_?\w*|decoder_gen|g_\w{1,6}|gen_?\w*|build_generator|make_generator\w*|\w*generators?)$/i;
const discriminator =
  /^(net_?)?(d|dis|disc|discr?|discriminators?|critic|d_\w{1,6}|dis_?\w*|build_discriminator|make_discriminator\w*|\w*discriminators?|adversar\w*)$/i;
const optimizers =
  /^(torch\.optim\.\w+|keras\.optimizers\.\w+|tensorflow\.(train|optimizers|compat\.v1\.train)\.\w*Optimizer\w*)$/;

/** Two networks against each other: a generator and a discriminator by name, each with a step of its own. */
function adversaries({ facts }: Anatomy): readonly CallFact[] {
  const steps = facts.filter(({ canonical }) => optimizers.test(canonical ?? '')).length;
  const phases = facts.filter(({ name }) => /^(train_on_batch|minimize|apply_gradients)$/.test(name)).length;
  const backwards = facts.filter(({ name }) => name === 'backward').length;
  if (steps < 2 && phases < 2 && backwards < 2) return [];
  const named = facts.filter(({ canonical }) => canonical === null);
  const both = [generator, discriminator].map((pattern) => named.filter((fact) => pattern.test(calleeWord(fact))));
  return both.every((found) => found.length > 0) ? both.flatMap((found) => found.slice(0, 1)) : [];
}

/** `discriminator` of `self.discriminator(x)`, `netD` of `netD(x)`. */
function calleeWord({ call, reading, name }: CallFact): string {
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  const word =
    object !== null && /^(train_on_batch|predict|forward|parameters|fit|evaluate)$/.test(name)
      ? reading.textOf(object)
      : name;
  return word.split('.').at(-1) ?? word;
}

function graphLayers({ facts, readings }: Anatomy): readonly CallFact[] {
  const layer = /^(torch_geometric\.nn|dgl\.nn|stellargraph|spektral)\b/;
  const direct = facts.filter(({ canonical }) => layer.test(canonical ?? ''));
  if (direct.length > 0) return direct;
  const inherits = readings.flatMap((reading) =>
    descendants(reading.root)
      .filter(({ type }) => type === 'class_definition')
      .flatMap((node) => basesOf({ node, module: reading })),
  );
  if (inherits.some((name) => layer.test(name))) return facts.slice(0, 1);
  // Layers that the author wrote himself are called what the papers call them.
  return facts.filter(
    ({ canonical, name, library }) => (canonical === null || library !== 'torch') && graphName.test(name),
  );
}

const graphName = /^(Sp)?(GCN|GAT|GraphConv\w*|GraphAttention\w*|GraphSAGE|GraphSage)(Layer|Net)?$/;

const recurrent =
  /(^|\.)(LSTM|GRU|RNN|SimpleRNN|\w*RNNCell|LSTMCell|GRUCell|Embedding|Embed|Multi[hH]ead\w*Attention|MultiHeadDotProductAttention|Transformer\w*)$/;

/** What goes in must come out: `fit(x, x)`, or an encoder before a decoder that reads no sequence. */
function reconstructions({ facts }: Anatomy): readonly CallFact[] {
  const itself = facts.filter((fact) => {
    const [x, y] = argumentsOf(fact.call).map((argument) => given(argument, fact));
    return fact.isMethod && fact.name === 'fit' && x !== undefined && x === y && /^[A-Za-z_]\w*$/.test(x);
  });
  if (itself.length > 0) return itself;
  if (facts.some(({ canonical }) => recurrent.test(canonical ?? ''))) return [];
  const words = facts.filter(({ canonical }) => canonical === null).map((fact) => ({ fact, word: calleeWord(fact) }));
  const whole = words.filter(({ word }) => /auto_?enc|^(conv_?|beta_?)?vae\d?$/i.test(word));
  const halves = [/^(conv_?)?(enc|encoder)$/i, /^(conv_?)?(dec|decoder)$/i].map((half) =>
    words.filter(({ fact, word }) => half.test(word) || half.test(ownMethod(fact, word))),
  );
  const found = whole.length > 0 ? whole : halves.every((half) => half.length > 0) ? halves.flat() : [];
  return found.map(({ fact }) => fact).slice(0, 2);
}

/** `self.encode(x)` is a network's half; `text.encode('utf-8')` is not. */
function ownMethod({ call, reading }: CallFact, word: string): string {
  const callee = fieldOf(call, 'function');
  const own = callee !== null && reading.textOf(callee).startsWith('self.');
  return own ? word.replace(/e$/, 'er') : '';
}

function given(argument: CallFact['call'], { reading }: CallFact): string {
  const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
  const name = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
  const data = name === null || ['x', 'y'].includes(reading.textOf(name));
  return value === null || !data ? '' : reading.textOf(value);
}

/** Libraries for what users like. */
function collaborations({ facts }: Anatomy): readonly CallFact[] {
  return facts.filter(({ canonical, name }) =>
    /(^|\.)collab_learner$|^tensorflow_recommenders\.tasks\./.test(canonical ?? name),
  );
}

/** Two embeddings that are multiplied: users and items. */
function matrixFactors({ facts }: Anatomy): readonly CallFact[] {
  const embeddings = facts.filter(({ canonical }) => /(^|\.)Embedding$/.test(canonical ?? ''));
  const dots = facts.filter(({ canonical }) =>
    /^keras\.layers\.(Dot|dot)$|^keras\.layers\.merge\.\w*[dD]ot$/.test(canonical ?? ''),
  );
  return embeddings.length >= 2 && dots.length > 0 ? embeddings : [];
}
