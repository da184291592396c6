import { argumentsOf } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import { descendants, fieldOf } from '../python/syntax-tree.ts';
import { evidenceAt } from './anatomy.ts';
import type { Anatomy } from './anatomy.ts';
import type { Blocker } from './program.ts';

/** What may stop an unattended run: questions, arguments that nobody gives, windows, places of another machine. */
export function blockersOf(anatomy: Anatomy): readonly Blocker[] {
  return [...askingCalls(anatomy), ...absolutePaths(anatomy), ...givenArguments(anatomy)];
}

const asking: readonly (readonly [Blocker['kind'], RegExp])[] = [
  ['input', /^(builtins\.input|getpass\.getpass|sys\.stdin\.\w+)$/],
  ['window', /^(matplotlib\.pyplot|pylab)\.show$|^cv2\.(imshow|waitKey)$/],
  ['network', /^(smtplib\.SMTP(_SSL)?|google\.colab\.drive\.mount)$/],
];

function askingCalls({ facts }: Anatomy): readonly Blocker[] {
  return facts.flatMap(({ canonical, call, reading }) =>
    asking
      .filter(([, pattern]) => pattern.test(canonical ?? ''))
      .map(([kind]): Blocker => ({ kind, ...evidenceAt(reading, call) })),
  );
}

const elsewhere = /^(\/(home|Users|root|content|kaggle|mnt|media|data|tmp\/\w+)\/|[A-Z]:[\\/]|~\/|\.\.\/input\/)/;

function absolutePaths({ facts }: Anatomy): readonly Blocker[] {
  return facts.flatMap(({ call, reading }) =>
    argumentsOf(call).flatMap((argument): Blocker[] => {
      const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
      if (value?.type !== 'string') return [];
      const text = readLiteral(reading.textOf(value))?.value ?? reading.textOf(value).replace(/^[rRbBuU]*['"]/, '');
      return typeof text === 'string' && elsewhere.test(text) ? [{ kind: 'path', ...evidenceAt(reading, value) }] : [];
    }),
  );
}

function givenArguments({ readings, runs }: Anatomy): readonly Blocker[] {
  const [script] = readings;
  return descendants(script.root).flatMap((node): Blocker[] => {
    if (node.type !== 'subscript' || !runs(node, script)) return [];
    const list = fieldOf(node, 'value');
    const index = fieldOf(node, 'subscript');
    const asked = list !== null && script.names.canonical(list) === 'sys.argv';
    return asked && index !== null && script.textOf(index) !== '0'
      ? [{ kind: 'argument', ...evidenceAt(script, node) }]
      : [];
  });
}
