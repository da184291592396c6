import { found, Refusal, stringOf } from './state.ts';
import type { CheckRun, Handler, Issue, Pull, State } from './state.ts';

/** Pull requests, checks and issues. */
export const pullRoutes: Readonly<Record<string, Handler>> = {
  'repos/get': ({ state }) => ({ status: 200, body: repositoryOf(state) }),
  'pulls/list': ({ state, query, url }) => {
    const wanted = query.get('state') ?? 'open';
    const head = query.get('head');
    const base = query.get('base');
    const listed = state.pulls
      .filter((pull) => wanted === 'all' || pull.state === wanted)
      .filter((pull) => head === null || head === `${state.owner}:${pull.head}`)
      .filter((pull) => base === null || base === pull.base)
      .toReversed();
    return { status: 200, body: listed.map((pull) => pullOf(state, pull, url)) };
  },
  'pulls/get': ({ state, parameters, url }) => ({
    status: 200,
    body: pullOf(state, found(state.pulls.find(({ number }) => number === Number(parameters.pull_number))), url),
  }),
  'pulls/create': ({ state, body, url }) => {
    if (!state.allowed.createPullRequests)
      throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    const { head, base } = { head: stringOf(body.head), base: stringOf(body.base) };
    const tips = [head, base].map((branch) =>
      state.objects.ask(['rev-parse', '--verify', '-q', `refs/heads/${branch}`]),
    );
    if (tips[0] === null)
      throw new Refusal(422, 'Validation Failed: {"resource":"PullRequest","field":"head","code":"invalid"}');
    if (tips[1] === null)
      throw new Refusal(422, 'Validation Failed: {"resource":"PullRequest","field":"base","code":"invalid"}');
    const ahead = state.objects.git(['rev-list', '--count', `refs/heads/${base}..refs/heads/${head}`]);
    if (ahead === '0') throw new Refusal(422, `Validation Failed: No commits between ${base} and ${head}`);
    if (state.pulls.some((one) => one.state === 'open' && one.head === head && one.base === base))
      throw new Refusal(422, `Validation Failed: A pull request already exists for ${state.owner}:${head}.`);
    const text = { title: stringOf(body.title), body: longEnough(body.body) };
    const pull: Pull = { number: nextNumber(state), ...text, state: 'open', merged: false, head, base };
    state.pulls.push(pull);
    return { status: 201, body: pullOf(state, pull, url) };
  },
  'pulls/update': ({ state, parameters, body, url }) => {
    const pull = found(state.pulls.find(({ number }) => number === Number(parameters.pull_number)));
    if (body.title !== undefined) pull.title = stringOf(body.title);
    if (body.body !== undefined) pull.body = longEnough(body.body);
    if (body.state === 'open' || body.state === 'closed') pull.state = body.state;
    return { status: 200, body: pullOf(state, pull, url) };
  },
  'checks/create': ({ state, body }) => {
    const check: CheckRun = {
      id: state.checks.length + 1,
      name: stringOf(body.name),
      head_sha: stringOf(body.head_sha),
      status: stringOf(body.status ?? 'queued'),
      conclusion: body.conclusion === undefined ? null : stringOf(body.conclusion),
      output: (body.output as CheckRun['output'] | undefined) ?? null,
    };
    if ((check.output?.summary.length ?? 0) > 65_535)
      throw new Refusal(422, 'Invalid request. Only 65535 characters are allowed.');
    state.checks.push(check);
    return { status: 201, body: checkOf(check) };
  },
  'checks/update': ({ state, parameters, body }) => {
    const check = found(state.checks.find(({ id }) => id === Number(parameters.check_run_id)));
    if (body.status !== undefined) check.status = stringOf(body.status);
    if (body.conclusion !== undefined) check.conclusion = stringOf(body.conclusion);
    if (body.output !== undefined) check.output = body.output as CheckRun['output'];
    return { status: 200, body: checkOf(check) };
  },
  'checks/list-for-ref': ({ state, parameters }) => {
    const sha = state.objects.ask(['rev-parse', '--verify', '-q', parameters.ref ?? '']);
    const listed = state.checks.filter(({ head_sha: head }) => head === sha);
    return { status: 200, body: { total_count: listed.length, check_runs: listed.map(checkOf) } };
  },
  'issues/list-for-repo': ({ state, query, url }) => {
    const wanted = query.get('state') ?? 'open';
    const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
    const listed = state.issues
      .filter((issue) => wanted === 'all' || issue.state === wanted)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)));
    return { status: 200, body: listed.toReversed().map((issue) => issueOf(issue, url)) };
  },
  'issues/create': ({ state, body, url }) => {
    const issue: Issue = {
      number: nextNumber(state),
      title: stringOf(body.title),
      body: longEnough(body.body),
      state: 'open',
      labels: (body.labels as readonly string[] | undefined) ?? [],
      comments: [],
    };
    state.issues.push(issue);
    return { status: 201, body: issueOf(issue, url) };
  },
  'issues/update': ({ state, parameters, body, url }) => {
    const issue = found(state.issues.find(({ number }) => number === Number(parameters.issue_number)));
    if (body.title !== undefined) issue.title = stringOf(body.title);
    if (body.body !== undefined) issue.body = longEnough(body.body);
    if (body.state === 'open' || body.state === 'closed') issue.state = body.state;
    return { status: 200, body: issueOf(issue, url) };
  },
  'issues/list-comments': ({ state, parameters }) => ({
    status: 200,
    body: found(state.issues.find(({ number }) => number === Number(parameters.issue_number))).comments,
  }),
  'issues/create-comment': ({ state, parameters, body }) => {
    const { comments } = found(state.issues.find(({ number }) => number === Number(parameters.issue_number)));
    const comment = { id: Date.now(), body: longEnough(body.body) };
    comments.push(comment);
    return { status: 201, body: comment };
  },
  'issues/update-comment': ({ state, parameters, body }) => {
    const all = state.issues.flatMap(({ comments }) => comments);
    const comment = found(all.find(({ id }) => id === Number(parameters.comment_id)));
    comment.body = longEnough(body.body);
    return { status: 200, body: comment };
  },
};

function longEnough(text: unknown): string {
  const body = stringOf(text);
  if (body.length > 65_536) throw new Refusal(422, 'Validation Failed: body is too long (maximum is 65536 characters)');
  return body;
}

/** Issues and pull requests share their numbers. */
function nextNumber({ pulls, issues }: State): number {
  return pulls.length + issues.length + 1;
}

function repositoryOf({ owner, repo, defaultBranch }: State): object {
  return { name: repo, full_name: `${owner}/${repo}`, owner: { login: owner }, default_branch: defaultBranch };
}

function pullOf(state: State, { number, title, body, merged, head, base, ...pull }: Pull, url: string): object {
  const at = (branch: string): object => ({
    ref: branch,
    label: `${state.owner}:${branch}`,
    sha: state.objects.ask(['rev-parse', '--verify', '-q', `refs/heads/${branch}`]) ?? '',
    repo: repositoryOf(state),
  });
  const merging = merged ? new Date().toISOString() : null;
  const pages = { html_url: `${pageOf(state, url)}/pull/${number}` };
  return { number, title, body, state: pull.state, ...pages, merged_at: merging, head: at(head), base: at(base) };
}

function pageOf({ owner, repo }: State, url: string): string {
  return `${url}/${owner}/${repo}`;
}

function checkOf({ output, ...check }: CheckRun): object {
  return { ...check, output: { title: output?.title ?? null, summary: output?.summary ?? null, text: null } };
}

function issueOf({ number, title, body, state, labels, comments }: Issue, url: string): object {
  return {
    number,
    title,
    body,
    state,
    labels: [...labels],
    comments: comments.length,
    html_url: `${url}/issues/${number}`,
  };
}
