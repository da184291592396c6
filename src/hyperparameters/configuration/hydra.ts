import { argumentsOf, callsIn, keywordValue } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { readLiteral } from '../../python/literals.ts';
import { fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

/** A function to which hydra gives a configuration file. */
export interface Composed {
  /** The file, beside the module. */
  readonly path: string;
  /** The identifier of the parameter that holds it. */
  readonly parameter: SyntaxNode;
}

/** `@hydra.main(config_path='conf', config_name='config')` above `def main(cfg):`. */
export function composedByHydra(module: Module): readonly Composed[] {
  return callsIn(module.root).flatMap((call) => {
    const decorator = call.parent?.type === 'decorator' ? call.parent : null;
    const callee = fieldOf(call, 'function');
    const hydra = callee !== null && module.names.canonical(callee) === 'hydra.main';
    const definition = decorator?.parent?.children.find(({ type }) => type === 'function_definition');
    if (!hydra || definition === undefined) return [];
    const [first] = namedChildren(fieldOf(definition, 'parameters') ?? definition);
    const parameter = first?.type === 'identifier' ? first : first === undefined ? undefined : namedChildren(first)[0];
    const name = textOf(call, 'config_name', 1, module);
    if (parameter?.type !== 'identifier' || name === '') return [];
    const file = /\.ya?ml$/.test(name) ? name : `${name}.yaml`;
    return [{ path: `${textOf(call, 'config_path', 0, module)}/${file}`, parameter }];
  });
}

function textOf(call: SyntaxNode, keyword: string, position: number, module: Module): string {
  const plain = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  const node = keywordValue(call, keyword, module) ?? plain[position];
  const value = node === undefined ? undefined : readLiteral(module.textOf(node))?.value;
  return typeof value === 'string' ? value : '';
}
