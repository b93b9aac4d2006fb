import { byId, element, fill } from './elements.ts';

/** Told to those who do not see it. */
export function say(text: string): void {
  byId('said').textContent = text;
}

/** What stands in the way, until it is hidden. */
export function tellTrouble(message: string, hint: string, again: () => void): void {
  const trouble = byId('trouble');
  const button = element('button', { type: 'button', class: 'trouble-again' }, 'Try again');
  button.addEventListener('click', again);
  fill(
    trouble,
    element(
      'div',
      {},
      element('p', {}, element('strong', {}, `${message}.`)),
      element('p', {}, `${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`),
    ),
    button,
  );
  trouble.hidden = false;
}

export function hideTrouble(): void {
  byId('trouble').hidden = true;
}
