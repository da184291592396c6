// Lets Node 20 import the product's TypeScript as it is: `node --import ./typescript-loader.mjs run.mjs`.
import { register } from 'node:module';

const hooks = `
  import { readFileSync } from 'node:fs';
  import { createRequire } from 'node:module';
  import { fileURLToPath } from 'node:url';
  const { transformSync } = createRequire(${JSON.stringify(import.meta.url)})('@swc/core');
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = transformSync(readFileSync(fileURLToPath(url), 'utf8'), options).code;
    return { format: 'module', source, shortCircuit: true };
  }`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
