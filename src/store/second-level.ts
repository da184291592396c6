import type { StudyFolder } from './study-folder.ts';

/** Where studies are kept beside the home, for the day on which another machine has to go on with one. */
export interface SecondLevel {
  /** Brings a study to what is kept, where that is the same study further on. */
  restore(study: StudyFolder): Promise<Restored>;
  /** Keeps the study as it is now. `whole`: with the models; without them it is small and can be done often. */
  save(study: StudyFolder, options: { readonly whole: boolean }): Promise<Saved>;
}

export type Restored =
  /** `events`: how many the study has now. */
  | { readonly kind: 'brought'; readonly events: number }
  | { readonly kind: 'nothing-newer' }
  /** Nobody knows what is kept: the study goes on from what this machine has. */
  | { readonly kind: 'no-answer' };

export type Saved =
  | { readonly kind: 'saved'; readonly bytes: number; readonly leftOut: readonly string[] }
  /** What is kept is as far or further on. */
  | { readonly kind: 'kept-already' }
  /** Nothing is lost here, but another machine could not go on. */
  | { readonly kind: 'failed'; readonly why: string };
