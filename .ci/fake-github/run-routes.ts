import { found, Refusal, stringOf } from './state.ts';
import type { Dispatch, Handler, Run, State } from './state.ts';

/** Workflow runs: lists of them, and the asking for another one. */
export const runRoutes: Readonly<Record<string, Handler>> = {
  'actions/list-workflow-runs-for-repo': ({ state, query }) => listed(state.runs, query),
  'actions/list-workflow-runs': ({ state, parameters, query }) =>
    listed(
      state.runs.filter((run) => isOf(run, parameters.workflow_id ?? '')),
      query,
    ),
  'actions/list-repo-workflows': ({ state }) => {
    const paths = [...new Set(state.runs.map(({ path }) => path))];
    const workflows = paths.map((path, id) => ({ id: id + 1, name: path, path, state: 'active' }));
    return { status: 200, body: { total_count: workflows.length, workflows } };
  },
  'actions/get-workflow-run': ({ state, parameters }) => ({ status: 200, body: runOf(runAt(state, parameters)) }),
  'actions/list-jobs-for-workflow-run': ({ state, parameters }) => {
    const run = runAt(state, parameters);
    const jobs = run.jobs.map((job) => ({
      labels: [],
      runner_name: null,
      ...job,
      annotations: undefined,
      run_id: run.id,
      head_sha: run.head_sha,
    }));
    return { status: 200, body: { total_count: jobs.length, jobs } };
  },
  // A job is a check run, of the same number.
  'checks/list-annotations': ({ state, parameters }) => {
    const jobs = state.runs.flatMap((run) => run.jobs);
    const job = found(jobs.find(({ id }) => id === Number(parameters.check_run_id)));
    const note = { path: '.github', start_line: 1, end_line: 1, annotation_level: 'failure' };
    return { status: 200, body: (job.annotations ?? []).map((message) => ({ ...note, message })) };
  },
  'actions/re-run-workflow': ({ state, parameters }) => again(state, parameters, false),
  'actions/re-run-workflow-failed-jobs': ({ state, parameters }) => again(state, parameters, true),
  'actions/cancel-workflow-run': ({ state, parameters }) => {
    const run = runAt(state, parameters);
    if (run.status === 'completed') throw new Refusal(409, 'Cannot cancel a workflow run that is completed.');
    Object.assign(run, { status: 'completed', conclusion: 'cancelled', updated_at: new Date().toISOString() });
    return { status: 202, body: {} };
  },
  'actions/create-workflow-dispatch': ({ state, parameters, body }) => {
    const ref = stringOf(body.ref).replace(/^refs\/(heads|tags)\//, '');
    const names = [`refs/heads/${ref}`, `refs/tags/${ref}`];
    if (names.every((name) => state.objects.ask(['rev-parse', '--verify', '-q', name]) === null))
      throw new Refusal(422, `No ref found for: ${ref}`);
    const inputs = Object.entries((body.inputs ?? {}) as Record<string, unknown>).map(([name, text]) => [
      name,
      String(text),
    ]);
    const dispatch: Dispatch = {
      workflow: parameters.workflow_id ?? '',
      ref,
      inputs: Object.fromEntries(inputs) as Record<string, string>,
    };
    state.dispatches.push(dispatch);
    state.dispatch(dispatch);
    return { status: 204 };
  },
};

const mostAttempts = 50;

function again(
  state: State,
  parameters: Readonly<Record<string, string>>,
  failedOnly: boolean,
): { status: number; body: object } {
  const run = runAt(state, parameters);
  if (run.status !== 'completed') throw new Refusal(403, 'This workflow is already running');
  if (failedOnly && run.jobs.every(({ conclusion }) => conclusion === 'success'))
    throw new Refusal(403, 'This workflow run cannot be retried');
  if (run.run_attempt >= mostAttempts)
    throw new Refusal(403, 'Unable to re-run this workflow run because it has been re-run too many times');
  run.run_attempt += 1;
  Object.assign(run, { status: 'queued', conclusion: null, updated_at: new Date().toISOString() });
  state.rerun(run, failedOnly);
  return { status: 201, body: {} };
}

function listed(runs: readonly Run[], query: URLSearchParams): { status: number; body: object } {
  const [status, branch, event, sha] = ['status', 'branch', 'event', 'head_sha'].map((name) => query.get(name));
  const wanted = runs
    .filter((run) => status === null || run.status === status || run.conclusion === status)
    .filter((run) => branch === null || run.head_branch === branch)
    .filter((run) => event === null || run.event === event)
    .filter((run) => sha === null || run.head_sha === sha)
    .toReversed();
  const size = Number(query.get('per_page') ?? 30);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return {
    status: 200,
    body: { total_count: wanted.length, workflow_runs: wanted.slice(start, start + size).map(runOf) },
  };
}

function runAt({ runs }: State, parameters: Readonly<Record<string, string>>): Run {
  return found(runs.find(({ id }) => id === Number(parameters.run_id)));
}

/** By number, or by the name of the file. */
function isOf({ path }: Run, workflow: string): boolean {
  return path === workflow || path.endsWith(`/${workflow}`);
}

function runOf(run: Run): object {
  return { ...run, jobs: undefined, run_number: run.id, run_started_at: run.created_at, display_title: run.name };
}
