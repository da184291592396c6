// act copies the repository into the workspace of every job before its first step.
const { GITHUB_REF, GITHUB_SHA } = process.env;
console.log(`checked out ${GITHUB_SHA} of ${GITHUB_REF}`);
