import { element } from './element.js';

/**
 * How the bot's requests fared against Discord's published rules.
 * @param {any} state
 */
export function renderChecks(state) {
  const violations = state.violations ?? [];
  const count = state.requestCount ?? 0;
  const counted = `${count} ${count === 1 ? 'request' : 'requests'} checked.`;
  if (count === 0) return [element('p', {}, 'The bot has sent no requests yet.')];
  if (violations.length === 0) return [element('p', { class: 'good' }, `No request broke Discord's rules. ${counted}`)];
  const items = violations.map((/** @type {any} */ violation) => {
    const place = element('code', {}, violation.route);
    const side = violation.side ? element('span', { class: 'side' }, ` ${violation.side} `) : '';
    return element('li', {}, place, side, element('div', {}, violation.message));
  });
  const summary = violations.length === 1 ? 'One thing broke' : `${violations.length} things broke`;
  return [
    element('p', { class: 'bad' }, `${summary} Discord's rules. ${counted}`),
    element('ul', { class: 'violations' }, ...items),
  ];
}
