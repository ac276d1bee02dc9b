import { element } from './element.js';
import { formatTimestamp } from './formatTimestamp.js';

/** What Discord's numbers mean, where a reader would want to know. */
const states = { 2: 'going on', 3: 'over', 4: 'cancelled' };

/**
 * The server's scheduled events, soonest first.
 * @param {any[]} events
 */
export function renderEvents(events) {
  if (events.length === 0) return element('p', { class: 'hint-text' }, 'The server has no events yet.');
  const sorted = events.toSorted((a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time));
  const items = sorted.map((event) => {
    const startsAt = formatTimestamp(Date.parse(event.scheduled_start_time) / 1000, 'f');
    const place = event.entity_metadata?.location;
    const about = [startsAt, place, states[event.status]].filter(Boolean).join(' · ');
    return element('li', {}, element('strong', {}, event.name), element('div', { class: 'hint-text' }, about));
  });
  return element('ul', { class: 'events' }, ...items);
}
