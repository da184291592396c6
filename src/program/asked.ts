import type { Reading } from '../python/reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';

/** How a program finds its own functions. */
export interface Manner {
  /** Names in its texts may be functions. */
  readonly looksUp: boolean;
  /** A name that is worked out may be any method. */
  readonly anyName: boolean;
  /** What each of the author's classes inherits from, as it is written. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
}

export function mannerOf(readings: readonly Reading[]): Manner {
  return {
    looksUp: readings.some(({ text }) => lookUp.test(text)),
    anyName: readings.some(({ text }) => anyName.test(text)),
    bases: basesIn(readings),
  };
}

function basesIn(readings: readonly Reading[]): Manner['bases'] {
  const bases = new Map<string, readonly string[]>();
  for (const { root, textOf } of readings)
    for (const node of descendants(root)) {
      const name = node.type === 'class_definition' ? fieldOf(node, 'name') : null;
      const list = name === null ? null : fieldOf(node, 'superclasses');
      // Of several classes of one name, none is known.
      if (name !== null)
        bases.set(textOf(name), bases.has(textOf(name)) ? ['?'] : list === null ? [] : namedChildren(list).map(textOf));
    }
  return bases;
}

/** What finds things by their names: only a program that has it may mean a function by a string. */
const lookUp = /(?<![.\w])(getattr|globals|locals|vars|eval|exec)\s*\(|\b(methodcaller|attrgetter|locate|__dict__)\b/;

/** And by names that stand nowhere as they are: `getattr(trainer, kind)`. */
const anyName =
  /(?<![.\w])(globals|locals|eval|exec)\s*\(|(?<![.\w])getattr\(\s*(?:[^,()]|\([^()]*\))+,\s*(?![\s'"])|\b(methodcaller|attrgetter|locate)\b|__dict__\[/;

/**
 * A method that somebody may call whom we do not see: Python itself, a library from whose class this one inherits, or
 * whoever looks names up. Any other runs only where its name is said.
 */
export function isAsked(node: SyntaxNode, { textOf }: Reading, { anyName, bases: known }: Manner): boolean {
  const name = fieldOf(node, 'name');
  const around = ancestor(node, 'class_definition');
  const bases = around === null ? null : fieldOf(around, 'superclasses');
  const plain = bases === null || namedChildren(bases).every((base) => isPlain(textOf(base), known, 0));
  const word = name === null ? '' : textOf(name);
  // Of the class itself, a library only asks how to make one again.
  const ofClass = node.parent?.children.some((each) => /^@(classmethod|staticmethod)$/.test(textOf(each))) === true;
  return word.startsWith('__') || (ofClass ? word === 'from_config' : anyName || !plain);
}

const deepest = 6;

/** A class that calls no method of those that inherit from it: one of Python's own, or of the author's. */
function isPlain(base: string, known: Manner['bases'], depth: number): boolean {
  if (
    /^(object|(abc\.)?ABC|metaclass=.*|((typing|t)\.)?(Generic|Protocol)(\[.*\])?|(pydantic\.)?BaseModel)$/.test(base)
  )
    return true;
  const above = depth < deepest ? known.get(base.split('.').at(-1) ?? base) : undefined;
  return above?.every((each) => isPlain(each, known, depth + 1)) === true;
}

const quiet =
  /^@(pytest\.|unittest\.|mock\.|patch|parameterized|hypothesis\.|given\(|tf\.function|tf\.autograph|staticmethod|classmethod|property|torch\.|jax\.|jit|partial|functools\.|lru_cache|cache|dataclass|contextmanager|numba|njit|nn\.compact|typing|override|abstractmethod|st\.cache|register_keras|keras\.)/;

/** What only answers when a visitor asks: `@app.route('/train')`, `@router.post('/start')`. */
const served =
  /^@\w+\.(route|get|post|put|delete|patch|websocket|on_event|middleware|exception_handler|errorhandler|before_request|callback)\b/;

/** `@app.command()`, `@hydra.main()`, `@ex.automain`: somebody else calls it. */
export function isDecorated(node: SyntaxNode, { textOf }: Reading): boolean {
  if (node.parent?.type !== 'decorated_definition' || node.type !== 'function_definition') return false;
  return namedChildren(node.parent).some(
    (child) => child.type === 'decorator' && !quiet.test(textOf(child)) && !served.test(textOf(child)),
  );
}
