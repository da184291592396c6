import { leave } from './commands/leave.ts';
import { openStep } from './github/step.ts';
import { annotationOf } from './report/annotation.ts';

/**
 * The action's post step: runs also after a cancel or a crash of the main step. It never fails the job:
 * what it could not do is told as a warning.
 */
export async function post(): Promise<void> {
  const step = await openStep();
  try {
    await leave(step);
  } catch (thrown) {
    step.annotate({ ...annotationOf(thrown, process.env.GITHUB_WORKSPACE ?? process.cwd()), level: 'warning' });
  }
}
