// The page: asks the local Discord what there is, draws it, and sends what a person does. All state lives on the other side; here
// is only the choice of channel and person.
import { createChannelList } from './channelList.js';
import { renderChecks } from './checksPanel.js';
import { createCommandPalette } from './commandPalette.js';
import { renderEvents } from './eventList.js';
import { createFaultPanel } from './faultPanel.js';
import { createFirstVisitHint } from './firstVisitHint.js';
import { createMessageList } from './messageList.js';
import { openModalDialog } from './modalDialog.js';
import { createNotice } from './notice.js';
import { createPanels } from './panels.js';
import { createPersonSwitch } from './personSwitch.js';
import { fetchState, listenForChanges, sendAction } from './sandboxApi.js';
import { createView, DIRECT, FORUM, listVisibleChannels, TEXT, THREAD } from './view.js';

/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const choice = { channelId: '', userId: '' };
const drawChannels = createChannelList(find('channel-list'));
const drawMessages = createMessageList(find('messages'));
const drawHint = createFirstVisitHint(find('hint'));
const drawFaults = createFaultPanel(find('faults'));
const drawPerson = createPersonSwitch(find('person'), choosePerson);
const showNotice = createNotice(find('notice'));
const showPanel = createPanels(find('panels'));
const palette = createCommandPalette(() => view);
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
    showPanel('chat');
    draw();
  },
  /** @param {string} name */
  chooseCommand: (name) => palette.choose(name),
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
  for (const channel of state.channels) if (channel.type === DIRECT) channel.name = state.botUser.username;
  draw();
}

function draw() {
  if (!state.users.some((/** @type {any} */ user) => user.id === choice.userId))
    choice.userId = chooseFirstPerson()?.id ?? '';
  drawPerson(state.users, choice.userId);
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
    channel === undefined ? 'No channel' : `${[THREAD, DIRECT].includes(channel.type) ? '' : '# '}${channel.name}`;
  find('channel-about').textContent = describe(channel);
  drawChannels(view);
  drawMessages(view);
  redraw('checks', ...renderChecks(state));
  redraw('events', renderEvents(state.scheduledEvents ?? []));
  drawFaults(view);
  drawHint(view);
}

/** What has not changed keeps its nodes. @param {string} id @param {...HTMLElement} nodes */
function redraw(id, ...nodes) {
  const target = find(id);
  const isSame =
    nodes.length === target.children.length && nodes.every((node, at) => node.isEqualNode(target.children[at] ?? null));
  if (!isSame) target.replaceChildren(...nodes);
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

function chooseFirstPerson() {
  return state.users.find((/** @type {any} */ user) => user.isModerator) ?? state.users[0];
}

/** @param {string} userId */
function choosePerson(userId) {
  choice.userId = userId;
  draw();
}

/** @param {import('./view.js').Channel | undefined} channel */
function describe(channel) {
  if (channel?.type === FORUM) return 'Forum';
  if (channel?.type === DIRECT) return 'Direct messages';
  if (channel?.type !== THREAD) return '';
  return `Thread in #${view.channelName(channel.parentId ?? '')}${channel.archived ? ' · archived' : ''}`;
}

find('open-palette').addEventListener('click', () => palette.open());
document.addEventListener('keydown', (event) => {
  const isTyping =
    event.target instanceof Element && event.target.closest('input:not([type="radio"]), textarea, select');
  const asks = (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
  if (!asks || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  palette.open();
});
find('publish').addEventListener('click', async () => {
  const answer = await actions.run(() => sendAction('publish', {}));
  if (answer?.title) showNotice(`Published on the sample site: ${answer.title}`);
  else if (answer !== undefined) showNotice('Published on the sample site. The bot finds it the next time it looks.');
});
listenForChanges(
  () => refresh().catch((error) => showNotice(error.message)),
  (isConnected) => {
    find('connection').textContent = isConnected ? '' : 'Not connected, trying again …';
  },
);
await refresh().catch((error) => showNotice(error.message));
