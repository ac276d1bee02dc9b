import { element } from './element.js';

/**
 * Who is looking: the moderator or a member. Drawn again only when the people change, so that the choice keeps its focus.
 * @param {HTMLElement} target a fieldset
 * @param {(userId: string) => void} onChange
 */
export function createPersonSwitch(target, onChange) {
  let drawnKey = '';
  /** @param {import('./view.js').User[]} users @param {string} userId */
  return (users, userId) => {
    const key = JSON.stringify(users.map(({ id, name, isModerator }) => [id, name, isModerator]));
    if (key !== drawnKey) {
      drawnKey = key;
      for (const old of target.querySelectorAll('label')) old.remove();
      target.append(...users.map((user) => renderChoice(user, onChange)));
    }
    for (const input of target.querySelectorAll('input')) input.checked = input.value === userId;
  };
}

/** @param {import('./view.js').User} user @param {(userId: string) => void} onChange */
function renderChoice({ id, name, isModerator }, onChange) {
  const role = isModerator ? 'moderator' : 'member';
  const label = name === role ? role : `${name} (${role})`;
  const input = element('input', { type: 'radio', name: 'person', value: id, onchange: () => onChange(id) });
  return element('label', {}, input, element('span', {}, label));
}
