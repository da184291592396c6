import type { Annotation } from '../report/annotation.ts';

/**
 * The step of a workflow that we are: what it hands to later steps, to its own post step and to people.
 * Outputs, state and summary go through the runner's files, annotations through its log.
 */
export interface Step {
  readonly output: (name: string, value: string) => void;
  /** Keeps a text for the post step; `recall` there gives it back, empty when there is none. */
  readonly remember: (name: string, value: string) => void;
  readonly recall: (name: string) => string;
  readonly annotate: (annotation: Annotation) => void;
  /** Adds Markdown to the step's page. */
  readonly summarise: (markdown: string) => Promise<void>;
}

export async function openStep(): Promise<Step> {
  const core = await import('@actions/core');
  return {
    output: (name, value) => {
      core.setOutput(name, value);
    },
    remember: (name, value) => {
      core.saveState(name, value);
    },
    recall: (name) => core.getState(name),
    annotate: ({ level, message, ...place }) => {
      core[level](message, place);
    },
    summarise: async (markdown) => {
      // Outside a runner (a person tries the action by hand) there is no page to write on.
      if (process.env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(markdown, true).write();
    },
  };
}
