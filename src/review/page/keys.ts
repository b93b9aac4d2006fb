export type Action = 'fit' | 'not_fit' | 'next' | 'previous' | 'undo' | 'filter' | 'help' | 'open';

/** What of a key press counts. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** Somebody types into something. */
  readonly inField: boolean;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['f', 'fit'],
  ['x', 'not_fit'],
  ['j', 'next'],
  ['k', 'previous'],
  ['u', 'undo'],
  ['o', 'open'],
  ['/', 'filter'],
  ['?', 'help'],
]);
/** A key that is held down decides one lead, not twenty. */
const REPEATABLE: readonly Action[] = ['next', 'previous'];

/** What a key asks for; null for a key of the browser's or the system's, and while somebody types. */
export function actionOf(press: KeyPress): Action | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || press.inField) return null;
  const action = ACTIONS.get(letterOf(press));
  if (action === undefined || (press.repeat && !REPEATABLE.includes(action))) return null;
  return action;
}

/** On a keyboard of another script the key is known by its place. */
function letterOf({ key, code }: KeyPress): string {
  const letter = key.toLowerCase();
  if (/^[\u0000-\u024f]*$/.test(letter)) return letter;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? letter;
}
