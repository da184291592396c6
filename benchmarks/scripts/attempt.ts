// Runs a script of the corpus as the product would, in an environment that the product has made
// ($RETUNE_HOME/environments); RETUNE_BESIDE_TORCH names an interpreter with Lightning and transformers.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { messageReader } from '../../src/runners/messages.ts';
import type { Message } from '../../src/study/messages.ts';
import type { Watch } from '../../src/study/order.ts';

export const corpus = new URL('corpus/', import.meta.url).pathname;
const runtime = new URL('../../images/runtime/', import.meta.url).pathname;
const environments = join(process.env.RETUNE_HOME ?? join(homedir(), '.retune'), 'environments');
const families = { keras: /^(keras|tensorflow)/, pytorch: /^torch/, boosting: /^(xgboost|lightgbm|catboost)/ };

/** The interpreter for a script by its name; `undefined` where there is no environment for it. */
export function pythonFor(name: string): string | undefined {
  if (/^(lightning|huggingface)/.test(name)) return process.env.RETUNE_BESIDE_TORCH;
  const family = Object.entries(families).find(([, pattern]) => pattern.test(name))?.[0] ?? 'scikit-learn';
  const folder = readdirSync(environments).find((each) => familyOf(join(environments, each)) === family);
  return folder === undefined ? undefined : join(environments, folder, 'bin', 'python');
}

function familyOf(folder: string): unknown {
  try {
    return (JSON.parse(readFileSync(join(folder, 'complete.json'), 'utf8')) as { family?: unknown }).family;
  } catch {
    return null;
  }
}

/** All that an attempt with this text told. `folder` is empty before. */
export function attempt(
  python: string,
  folder: string,
  path: string,
  text: string,
  watch: readonly Watch[],
): Message[] {
  mkdirSync(join(folder, 'work'));
  writeFileSync(join(folder, 'work', path), text);
  const limits = { seconds: 300, epochs: null };
  const at = { v: 1, script: path, directory: '', arguments: [], seed: null, limits, watch };
  writeFileSync(join(folder, 'order.json'), JSON.stringify({ ...at, saveModel: false, dry: false }));
  const env = { ...process.env, CUDA_VISIBLE_DEVICES: '', TF_CPP_MIN_LOG_LEVEL: '3', HF_HUB_OFFLINE: '1' };
  spawnSync(python, [join(runtime, 'attempt.py'), folder], { stdio: 'ignore', env });
  const lines = messageReader().push(readFileSync(join(folder, 'events.jsonl')));
  return lines.flatMap((line) => (line.kind === 'message' ? [line.message] : []));
}
