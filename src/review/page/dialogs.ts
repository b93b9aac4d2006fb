import { byId } from './elements.ts';

/** What of the page works without a lead. */
export function openDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog')) {
    // A press beside it closes it.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    for (const button of dialog.querySelectorAll('[data-close]'))
      button.addEventListener('click', () => dialog.close());
  }
  const help = byId<HTMLDialogElement>('help');
  help.addEventListener('keydown', (event) => {
    if (event.key === '?') help.close();
  });
  const name = byId<HTMLInputElement>('reviewer-name');
  byId('open-reviewer').addEventListener('click', () => {
    name.value = byId('reviewer').textContent ?? '';
    byId<HTMLDialogElement>('reviewers').showModal();
    name.select();
  });
  byId('reviewer-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = name.value.trim();
    if (wanted !== '') location.search = `?reviewer=${encodeURIComponent(wanted)}`;
  });
  const fold = byId<HTMLDetailsElement>('icp-fold');
  const wide = matchMedia('(min-width: 60rem)');
  const follow = () => {
    fold.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}
