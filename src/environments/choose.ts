import { UserError } from '../errors.ts';
import { markerVariables } from '../packages/marker.ts';
import type { Program } from '../program/program.ts';
import type { EnvironmentPlan, InstallStep, Interpreter } from './environment.ts';
import { commonPythons, familyOf, installedFor } from './families.ts';
import type { Builds, FamilyName, Locks } from './families.ts';
import { indexOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';
import { needsOf, planFor } from './needs.ts';
import { pythonsForWishes, requirementsOf, toldOf, unmet, wishesOf } from './versions.ts';
import type { Versions } from './versions.ts';

export interface EnvironmentChoice extends Builds {
  readonly versions: Versions;
  readonly python: Interpreter;
}

/** What has to be installed for a script, and the name of the folder that will hold it. */
export function chooseEnvironment(program: Program, choice: EnvironmentChoice, locks: Locks): EnvironmentPlan {
  const needs = needsOf(program, choice, locks);
  const { version, platform } = choice.python;
  const variables = markerVariables(version, platform);
  const wishes = wishesOf(program, choice.versions, variables);
  const versions = toldOf(wishes);
  if (unmet(wishes, needs.installed, variables).length > 0) {
    const requirements = requirementsOf(program.packages, wishes, variables);
    const step: InstallStep = { kind: 'resolved', requirements, index: indexFor(needs.installed, program) };
    const hash = locks.digest(JSON.stringify([step, version, platform]));
    const { family, reason } = needs;
    return { family, reason, hash, requirements: requirements.join(' + '), extra: [], versions, steps: [step] };
  }
  insistOnWheels(needs.family, needs.installed, choice.python);
  const plan = planFor(needs, (names) => locks.digest(JSON.stringify([needs.texts, names, version, platform])));
  return { ...plan, versions };
}

/** The Pythons with which a script's family can be installed: what an interpreter is looked for by. */
export function pythonsFor(
  program: Program,
  choice: Builds & Pick<EnvironmentChoice, 'versions'>,
  locks: Locks,
): readonly string[] {
  const family = familyOf(program)?.family ?? 'scikit-learn';
  return pythonsForWishes(wishesOf(program, choice.versions, null), commonPythons(installedFor(family, locks, choice)));
}

/** Where PyTorch's CPU build comes from, if it is wanted. */
function indexFor(installed: readonly LockFile[], { packages }: Program): string | null {
  const needsTorch = packages.some(({ distribution }) => distribution.startsWith('torch'));
  return needsTorch ? (installed.map(indexOf).find((index) => index !== null) ?? null) : null;
}

function insistOnWheels(family: FamilyName, installed: readonly LockFile[], { path, version }: Interpreter): void {
  const pythons = commonPythons(installed);
  if (pythons.includes(minorOf(version))) return;
  throw new UserError('machine', 'no-python', `${path} is Python ${version}, for which not every package is built.`, {
    help: `The ${family} environment needs Python ${pythons.join(', ')}: name one by --python.`,
  });
}

/** `3.11` of `3.11.7`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
