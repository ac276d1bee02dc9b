import { element } from './element.js';

const SHOWN_MS = 9000;

/**
 * Says a sentence at the bottom of the page, or inside of the dialog that is open: what lies behind a dialog is neither seen nor read out.
 * @param {HTMLElement} target
 */
export function createNotice(target) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  // Whoever has read it and wants to see what lies below clicks it away.
  target.addEventListener('click', () => hide());
  const hide = () => {
    for (const shown of document.querySelectorAll('.notice > p')) shown.remove();
  };
  /** @param {string} text */
  return (text) => {
    clearTimeout(timer);
    hide();
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const place = dialog?.querySelector('.notice') ?? target;
    place.append(element('p', {}, text));
    // In a form the sentence is about what was entered, and stays until it is sent again.
    if (place === target) timer = setTimeout(hide, SHOWN_MS);
  };
}
