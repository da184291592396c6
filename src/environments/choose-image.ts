import { UserError } from '../errors.ts';
import { markerVariables } from '../packages/marker.ts';
import type { Program } from '../program/program.ts';
import type { ImagePlan } from './environment.ts';
import { commonPythons, filesOf, legacy } from './families.ts';
import type { Builds, Locks } from './families.ts';
import type { LockFile } from './lock-text.ts';
import { needsFrom, needsOf, planFor } from './needs.ts';
import type { Needs } from './needs.ts';
import { notesOf, toldOf, unmet, wishesOf } from './versions.ts';
import type { VersionNote, Versions, Wish } from './versions.ts';

export interface ImageChoice extends Builds {
  readonly versions: Versions;
  /** The image that the family's is made from; `null`: each family's own. */
  readonly base: string | null;
}

/** What a script needs as an image: the family's, and one layer more where the script needs packages of its own. */
export function chooseImage(program: Program, choice: ImageChoice, locks: Locks): ImagePlan {
  const { pytorch, build, versions } = choice;
  const wishes = wishesOf(program, versions, null);
  const needs = imageNeedsOf(program, choice, wishes, locks);
  const { recipe } = filesOf(needs.family, locks);
  const base = choice.base ?? baseIn(recipe);
  const hash = (names: readonly string[]): string => locks.digest(JSON.stringify([needs.texts, names, base, recipe]));
  const plan = planFor(needs, hash);
  const tag = (of: string): string => `retune/${needs.family}:${of}`;
  return { ...plan, versions: toldOf(wishes), base, pytorch, build, tag: tag(plan.hash), familyTag: tag(hash([])) };
}

/** What an image holds is not moved for one script: the family's own versions, else those of the older image. */
function imageNeedsOf(program: Program, builds: Builds, wishes: readonly Wish[], locks: Locks): Needs {
  const needs = needsOf(program, builds, locks);
  const missing = firstUnmet(wishes, needs.installed);
  if (missing === null) return needs;
  if (canBeOlder(needs, wishes)) {
    const files = filesOf(legacy, locks);
    const older = needsFrom(program, files, files.default, { family: legacy, reason: toldAs(missing) });
    if (firstUnmet(wishes, older.installed) === null) return older;
  }
  throw new UserError('refused', 'versions', `The images hold no ${toldAs(missing)}.`, {
    help: 'Train on this machine, where it can be installed: --runner local; or take our versions: --versions retune.',
  });
}

/** What a family's Dockerfile is made from where nobody says otherwise. */
function baseIn(recipe: string): string {
  const base = /^ARG BASE=(\S+)$/m.exec(recipe)?.[1];
  if (base === undefined) throw new Error('A Dockerfile names no base');
  return base;
}

/** Keras 3 would go with the older image: a script that asks for no older one keeps it. */
function canBeOlder({ family }: Needs, wishes: readonly Wish[]): boolean {
  const ofKeras = wishes.some(({ distribution }) => distribution === 'keras' || distribution === 'tensorflow');
  return family === 'scikit-learn' || (family === 'keras' && ofKeras);
}

/** The first wish that the locks do not fulfil on one of their Pythons. */
function firstUnmet(wishes: readonly Wish[], installed: readonly LockFile[]): VersionNote | null {
  const notes = commonPythons(installed).flatMap((python) =>
    unmet(wishes, installed, markerVariables(`${python}.0`, 'linux-x86_64')).flatMap(notesOf),
  );
  return notes[0] ?? null;
}

function toldAs({ requirement, because }: VersionNote): string {
  return `${requirement} (${because})`;
}
