// The page: asks the local Discord what there is, draws it, and sends what a person does. All state lives on the other side; here
// is only the choice of channel and person.
import { renderChannelList } from './channelList.js';
import { renderChecks } from './checksPanel.js';
import { createCommandForm } from './commandForm.js';
import { renderEvents } from './eventList.js';
import { createFirstVisitHint } from './firstVisitHint.js';
import { createMessageList } from './messageList.js';
import { openModalDialog } from './modalDialog.js';
import { fetchState, listenForChanges, sendAction } from './sandboxApi.js';
import { createView, FORUM, listVisibleChannels, TEXT, THREAD } from './view.js';

/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const NOTICE_MS = 9000;
const choice = { channelId: '', userId: '' };
const drawMessages = createMessageList(find('messages'));
const drawHint = createFirstVisitHint(find('hint'));
const commandForm = createCommandForm(find('command-form'));
const person = /** @type {HTMLSelectElement} */ (find('person'));
/** Until somebody opens a channel, the page goes where the bot posts. */
let hasChosen = false;
/** @type {any} */
let state;
/** @type {import('./view.js').View} */
let view;

const actions = {
  /** @param {string} id */
  openChannel(id) {
    if (!state.channels.some((/** @type {any} */ channel) => channel.id === id)) return;
    choice.channelId = id;
    hasChosen = true;
    draw();
  },
  /** @param {string} name */
  chooseCommand: (name) => commandForm.choose(name),
  /** @param {() => Promise<any>} act @param {string} [messageId] the message whose component is used */
  async run(act, messageId) {
    try {
      const answer = await act();
      if (answer?.modal) openModalDialog(answer.modal, view, (fields) => submitModal(answer.modal, fields, messageId));
      await refresh();
      return answer;
    } catch (error) {
      showNotice(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  },
};

/** @param {any} modal @param {Record<string, string | string[]>} fields @param {string} [messageId] */
function submitModal(modal, fields, messageId) {
  const body = { user: choice.userId, channel: choice.channelId, customId: modal.custom_id, fields, modal, messageId };
  return actions.run(() => sendAction('modal', body), messageId);
}

async function refresh() {
  state = await fetchState();
  draw();
}

function draw() {
  drawPeople();
  view = createView(state, choice, actions);
  const visible = listVisibleChannels(view);
  const isEmpty = !(state.messages[choice.channelId]?.length > 0);
  if (!visible.some((channel) => channel.id === choice.channelId) || (isEmpty && !hasChosen)) {
    choice.channelId = chooseFirst(visible)?.id ?? '';
    view = createView(state, choice, actions);
  }
  const channel = visible.find((entry) => entry.id === choice.channelId);
  find('guild-name').textContent = state.guild.name;
  find('channel-title').textContent =
    channel === undefined ? 'No channel' : `${channel.type === THREAD ? '' : '# '}${channel.name}`;
  find('channel-about').textContent = describe(channel);
  const focused = document.activeElement?.getAttribute('aria-label');
  find('channel-list').replaceChildren(renderChannelList(view));
  if (document.activeElement === document.body && focused) {
    /** @type {HTMLElement | null} */ (
      find('channel-list').querySelector(`[aria-label="${CSS.escape(focused)}"]`)
    )?.focus();
  }
  drawMessages(view);
  find('checks').replaceChildren(...renderChecks(state));
  find('events-section').hidden = !(state.scheduledEvents?.length > 0);
  find('events').replaceChildren(renderEvents(state.scheduledEvents ?? []));
  drawHint(view);
  commandForm.update(view);
}

/**
 * Where there is most to see at the start: the channel with the newest public message of the bot.
 * @param {import('./view.js').Channel[]} visible
 */
function chooseFirst(visible) {
  const newest = (/** @type {import('./view.js').Channel} */ channel) =>
    (state.messages[channel.id] ?? []).findLast(
      (/** @type {any} */ message) => message.author?.bot && !message.visibleTo,
    )?.timestamp ?? '';
  const lively = visible.filter((channel) => channel.type !== THREAD && newest(channel) !== '');
  lively.sort((a, b) => newest(b).localeCompare(newest(a)));
  return lively[0] ?? visible.find((channel) => channel.type === TEXT) ?? visible[0];
}

function drawPeople() {
  const label = (/** @type {any} */ user) => {
    const role = user.isModerator ? 'moderator' : 'member';
    return user.name === role ? role : `${user.name} (${role})`;
  };
  if (state.users.length !== person.options.length) {
    person.replaceChildren(...state.users.map((/** @type {any} */ user) => new Option(label(user), user.id)));
    const first = state.users.find((/** @type {any} */ user) => user.isModerator) ?? state.users[0];
    if (!state.users.some((/** @type {any} */ user) => user.id === choice.userId)) choice.userId = first?.id ?? '';
  }
  person.value = choice.userId;
}

/** @param {import('./view.js').Channel | undefined} channel */
function describe(channel) {
  if (channel?.type === FORUM) return 'Forum';
  if (channel?.type !== THREAD) return '';
  return `Thread in #${view.channelName(channel.parentId ?? '')}${channel.archived ? ' · archived' : ''}`;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let noticeTimer;
/** @param {string} text */
function showNotice(text) {
  clearTimeout(noticeTimer);
  find('notice').textContent = text;
  find('notice').hidden = text === '';
  if (text !== '') noticeTimer = setTimeout(() => showNotice(''), NOTICE_MS);
}

person.addEventListener('change', () => {
  choice.userId = person.value;
  draw();
});
find('publish').addEventListener('click', async () => {
  const answer = await actions.run(() => sendAction('publish', {}));
  if (answer?.title) showNotice(`Published on the sample site: ${answer.title}`);
  else if (answer !== undefined) showNotice('Published on the sample site. The bot finds it the next time it looks.');
});
listenForChanges(
  () => refresh().catch((error) => showNotice(error.message)),
  (isConnected) => {
    find('connection').hidden = isConnected;
  },
);
await refresh().catch((error) => showNotice(error.message));
