import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { argumentsOf, keywordValue } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';

const fewest = 8;

/** The classes that a parameter stands for, `def taught_by(optimiser): optimiser(net.parameters(), lr=0.1)`, by their canonical names. */
export function handedClasses(callee: SyntaxNode, module: Module): readonly string[] {
  const binding = callee.type === 'identifier' ? module.bindings.reaching(callee) : null;
  const definition = binding?.kind === 'parameter' ? ancestor(binding.node, 'function_definition') : null;
  if (binding == null || definition === null) return [];
  const parameters = namedChildren(fieldOf(definition, 'parameters') ?? definition);
  const index = parameters.findIndex((each) => each.start <= binding.node.start && binding.node.end <= each.end);
  const bound = /^(self|cls)\b/.test(module.textOf(parameters[0] ?? definition)) ? 1 : 0;
  return callsEverywhere(definition, module)
    .slice(0, fewest)
    .flatMap(({ node: call, module: where }) => {
      const given = keywordValue(call, binding.name, where) ?? argumentsOf(call)[index - bound];
      const canonical = given === undefined ? null : where.names.canonical(given);
      return canonical === null ? [] : [canonical];
    });
}
