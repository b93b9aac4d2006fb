/** What an element may hold; text stays text, whatever it says. */
export type Content = Node | string | null | readonly Content[];

/** An element with these attributes and contents. The only way in which this page makes any: nothing is ever parsed as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...nodes(contents));
  return made;
}

/** Replaces what an element holds. */
export function fill(target: Element, ...contents: readonly Content[]): void {
  target.replaceChildren(...nodes(contents));
}

function nodes(contents: readonly Content[]): (Node | string)[] {
  return contents.flatMap((one) => {
    if (one === null) return [];
    return typeof one === 'string' || one instanceof Node ? [one] : nodes(one);
  });
}

/** Text of strangers within a line of ours: its direction of writing does not reach out of it. */
export function bdi(text: string): HTMLElement {
  return element('bdi', {}, text);
}

/** An element of the page that is known to be there. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Kind;
}

/** Text of which long ones are cut, with a button that shows the rest. */
export function longText(text: string, most: number): HTMLElement {
  const holder = element('div', { class: 'prose', dir: 'auto' });
  if (text.length <= most * 1.2) {
    holder.textContent = text;
    return holder;
  }
  const words = element('span', {}, `${beginningOf(text, most)} …`);
  const length = text.length.toLocaleString('en');
  const more = element('button', { type: 'button', class: 'more' }, `Show all ${length} characters`);
  more.addEventListener('click', () => {
    words.textContent = text;
    more.remove();
    holder.tabIndex = -1;
    holder.focus({ preventScroll: true });
  });
  holder.append(words, more);
  return holder;
}

/** Ends between two words where there are words, and never within a character. */
function beginningOf(text: string, most: number): string {
  const cut = text.slice(0, most);
  const blank = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  return blank > most / 2 ? cut.slice(0, blank).trimEnd() : cut.replace(/[\ud800-\udbff]$/, '');
}
