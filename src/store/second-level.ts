import type { StudyFolder } from './study-folder.ts';

/** Where studies are kept beside the home, for the day on which another machine has to go on with one. */
export interface SecondLevel {
  /**
   * Brings a study to what is kept, where that is the same study further on; answers with the number of events
   * that it has then, `null` where there was nothing to bring.
   */
  restore(study: StudyFolder): Promise<number | null>;
  /** Keeps the study as it is now. `whole`: with the models; without them it is small and can be done often. */
  save(study: StudyFolder, options: { readonly whole: boolean }): Promise<Saved>;
}

export type Saved =
  | { readonly kind: 'saved'; readonly bytes: number; readonly leftOut: readonly string[] }
  /** What is kept is as far or further on. */
  | { readonly kind: 'kept-already' }
  /** Nothing is lost here, but another machine could not go on. */
  | { readonly kind: 'failed'; readonly why: string };
