/**
 * On a narrow screen one part of the page is shown at a time; on a wide one all of them, and the bar is gone.
 * @param {HTMLElement} bar
 * @returns {(name: 'channels' | 'chat' | 'tools') => void} shows that part
 */
export function createPanels(bar) {
  const buttons = [...bar.querySelectorAll('button')];
  /** @param {string} name */
  const show = (name) => {
    document.body.dataset.panel = name;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.panel === name));
  };
  for (const button of buttons) button.addEventListener('click', () => show(button.dataset.panel ?? 'chat'));
  show('chat');
  return show;
}
