import type { RequiredPackage } from '../program/program.ts';
import type { VersionNote } from './versions.ts';

/** What a script needs, before anything is made: pure, shown in the plan. */
export interface EnvironmentPlan {
  /** The image family, `images/<family>/`: keras, pytorch, boosting, scikit-learn, legacy. */
  readonly family: string;
  /** Why this one, by the script's own lines. */
  readonly reason: string;
  /** Of everything that decides what will be installed. Names the folder. */
  readonly hash: string;
  /** Requirement files and lines in the order in which they are installed, for people. */
  readonly requirements: string;
  /** Packages beyond the family's own. */
  readonly extra: readonly RequiredPackage[];
  /** Versions that the author or the code's age asks for, met by the family's own or not. */
  readonly versions: readonly VersionNote[];
  /** The same order for the installer. */
  readonly steps: readonly InstallStep[];
}

/** The same, to be made as an image. */
export interface ImagePlan extends EnvironmentPlan {
  readonly base: string;
  readonly pytorch: 'cpu' | 'default';
  readonly build: 'cpu' | 'cuda';
  /** Named by its content: `retune/keras:1a2b3c4d5e6f7a8b`. */
  readonly tag: string;
  /** The image of the family alone; the same one where the script needs nothing more. */
  readonly familyTag: string;
}

/** What attempts run in, once it is made. */
export type Ready =
  { readonly kind: 'interpreter'; readonly python: string } | ({ readonly kind: 'image' } & PinnedImage);

/** Exactly one image, whatever becomes of its tag. */
export interface PinnedImage {
  readonly id: string;
  /** What was resolved beyond the locks, `name==version`: enough to make the same image again. */
  readonly extra: readonly string[];
}

/** Where a script will be trained: chosen before anything is spent, made when it is needed. */
export interface ChosenEnvironment {
  readonly plan: EnvironmentPlan;
  /** Whether it is there already. */
  readonly ready: boolean;
  /** An interpreter's path, or an image and its base; for people. */
  readonly on: string;
  /** Version of the interpreter, `3.11.7`; `null`: the image's own. */
  readonly python: string | null;
  /** `pinned`: the image in which a study began; it stays there as long as the engine has it. */
  readonly make: (say: (text: string) => void, pinned: PinnedImage | null) => Promise<Ready>;
}

/** One call of the installer. */
export type InstallStep =
  /** A complete lock: installed as it stands, nothing resolved. `index` `null`: the caller's own. */
  | { readonly kind: 'lock'; readonly file: string; readonly hashed: boolean; readonly index: string | null }
  /** Packages by name, which may not move anything that the locks hold. */
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly within: readonly string[] }
  /** Versions are found by the installer, since the author or the code's age wants others than the locks hold. */
  | { readonly kind: 'resolved'; readonly requirements: readonly string[]; readonly index: string | null };

/** A Python that can make environments. */
export interface Interpreter {
  /** Absolute. */
  readonly path: string;
  /** `3.11.7`. */
  readonly version: string;
  /** `linux-x86_64`: what decides which wheels fit. */
  readonly platform: string;
  /** Parts of the standard library that some systems leave out, and pip where it is new enough to serve others. */
  readonly has: { readonly venv: boolean; readonly ensurepip: boolean; readonly pip: boolean };
}

/** What attempts run in. */
export interface Environment {
  /** Absolute path of the interpreter. */
  readonly python: string;
  readonly folder: string;
  readonly hash: string;
  /** Whether it had to be made now. */
  readonly made: boolean;
  /** Seconds spent making it. */
  readonly seconds: number;
}
