import type { GitHub } from './client.ts';
import { asking } from './problem.ts';

/** A note at the pushed commit, among its checks: "best model ready", or how far it came. */
export interface Check {
  readonly commit: string;
  readonly name: string;
  readonly good: boolean;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly link: string;
}

/** GitHub takes 65,535 characters. */
const most = 65_000;

/** A missed target is no broken build: the check is then neutral. */
export async function showCheck({ rest, at }: GitHub, check: Check): Promise<void> {
  const { commit, name, good, title, summary, link } = check;
  await asking('show the result as a check of the commit', () =>
    rest.checks.create({
      ...at,
      name,
      head_sha: commit,
      status: 'completed',
      conclusion: good ? 'success' : 'neutral',
      details_url: link,
      output: { title, summary: summary.slice(0, most) },
    }),
  );
}
