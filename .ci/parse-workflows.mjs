// Parses workflows with GitHub's own parser, and says what it says. Usage: parse-workflows.mjs <node_modules> FILE...
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The package imports its schema without saying that it is JSON, which Node insists on.
const hook = `
  import { readFile } from 'node:fs/promises';
  export async function load(url, context, next) {
    if (!url.endsWith('.json')) return next(url, context);
    const json = await readFile(new URL(url), 'utf8');
    return { format: 'module', source: 'export default ' + json, shortCircuit: true };
  }`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const [modules, ...files] = process.argv.slice(2);
const entry = join(modules, '@actions/workflow-parser/dist/index.js');
const { parseWorkflow, NoOperationTraceWriter, convertWorkflowTemplate } = await import(pathToFileURL(entry).href);
let wrong = 0;
for (const name of files) {
  const { context, value } = parseWorkflow({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter());
  const template = await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors();
  wrong += errors.length;
  for (const error of errors) console.error(`${name}: ${error.message ?? error.Message}`);
  console.log(`${name}: ${template.jobs?.length ?? 0} jobs, ${errors.length} errors`);
}
process.exitCode = files.length === 0 || wrong > 0 ? 1 : 0;
