// How many checks a step's output speaks of: whatever did not pass has failed, a skipped one too.

/** A command that holds or does not. */
export function single(_, status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** "Tests:  1 failed, 2 skipped, 9 passed, 12 total"; a suite that did not start has no line. */
export function jest(output, status) {
  const line = output.split('\n').findLast((text) => text.startsWith('Tests:')) ?? '';
  const passed = Number(/(\d+) passed/.exec(line)?.[1] ?? 0);
  const total = Number(/(\d+) total/.exec(line)?.[1] ?? 0);
  return atLeastOneFailure({ passed, failed: total - passed }, status !== 0 || total === 0);
}

/** "Ran 12 tests in 1s" and "FAILED (failures=1, errors=1, skipped=2)" or "OK (skipped=1)". */
export function unittest(output, status) {
  const total = Number(/Ran (\d+) tests? in/.exec(output)?.[1] ?? 0);
  const failed = [...output.matchAll(/(failures|errors|skipped|unexpected successes)=(\d+)/g)].reduce(
    (sum, match) => sum + Number(match[2]),
    0,
  );
  return atLeastOneFailure({ passed: total - failed, failed }, status !== 0 || total === 0);
}

function atLeastOneFailure(count, broken) {
  return { passed: count.passed, failed: broken ? Math.max(count.failed, 1) : count.failed };
}
