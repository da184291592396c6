import { readFileSync } from 'node:fs';
import type * as TreeSitter from 'web-tree-sitter';

/**
 * Loads the Python grammar; the one effect that a pure room is allowed (see `layers.test.ts`).
 *
 * Each file is named by a literal `new URL` so that ncc copies it beside `dist/index.js`, and the
 * library is kept out of the bundle because its loader breaks inside one.
 */
async function load(): Promise<TreeSitter.Parser> {
  const library = new URL('../../node_modules/web-tree-sitter/web-tree-sitter.js', import.meta.url).href;
  const { Parser, Language } = (await import(/* webpackIgnore: true */ library)) as typeof TreeSitter;
  const runtime = readFileSync(new URL('../../node_modules/web-tree-sitter/web-tree-sitter.wasm', import.meta.url));
  const grammar = readFileSync(
    new URL('../../node_modules/tree-sitter-python/tree-sitter-python.wasm', import.meta.url),
  );
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

let loading: Promise<TreeSitter.Parser> | undefined;

/** The one parser of this process; loaded on first use. */
export function pythonParser(): Promise<TreeSitter.Parser> {
  // Not `??=`: ncc's asset finder cannot read ES2021, and would leave the wasm files out of dist.
  // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
  if (loading === undefined) loading = load();
  return loading;
}
