// The local Discord as this page knows it. A refusal becomes an Error whose message can be shown as it is.

const CHANGE_PAUSE_MS = 120;

/** @returns {Promise<any>} */
export async function fetchState() {
  return request('/sandbox/state');
}

/**
 * @param {'slash' | 'autocomplete' | 'menu' | 'click' | 'modal' | 'publish' | 'trouble' | 'calm'} action
 * @param {object} body
 * @returns {Promise<any>}
 */
export async function sendAction(action, body) {
  return request(`/sandbox/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/**
 * Calls back after changes, once for a burst of them. The browser reconnects by itself.
 * @param {() => void} onChange
 * @param {(isConnected: boolean) => void} onConnection
 */
export function listenForChanges(onChange, onConnection) {
  const source = new EventSource('/sandbox/events');
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      onChange();
    }, CHANGE_PAUSE_MS);
  };
  source.addEventListener('change', schedule);
  source.addEventListener('open', () => {
    onConnection(true);
    schedule();
  });
  source.addEventListener('error', () => onConnection(false));
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function request(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running in its terminal?');
  });
  const text = await response.text();
  const body = parseJson(text);
  if (typeof body?.error === 'string') throw new Error(body.error);
  if (body?.error?.message) throw new Error(String(body.error.message));
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}.`);
  return body;
}

/** @param {string} text */
function parseJson(text) {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
