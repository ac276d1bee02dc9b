/**
 * Where an arrow key, Home or End leads in a list of `count` entries; nothing for any other key.
 * @param {string} key
 * @param {number} from -1 when none is chosen
 * @param {number} count
 * @returns {number | undefined}
 */
export function nextPosition(key, from, count) {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return from <= 0 ? count - 1 : from - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/**
 * Lets the arrow keys, Home and End go through the buttons of a list; Tab reaches each of them all the same.
 * @param {HTMLElement} list
 */
export function addArrowKeys(list) {
  list.addEventListener('keydown', (event) => {
    const buttons = [...list.querySelectorAll('button')];
    const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = from === -1 ? undefined : nextPosition(event.key, from, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
}
