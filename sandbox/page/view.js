// What the page shows at this moment and what its parts may ask of it. The parts receive a View and never talk to each other.

/**
 * @typedef {{ id: string, name: string, type: number, parentId?: string | null, archived?: boolean, messageCount: number,
 *   tags: string[] }} Channel
 * @typedef {{ id: string, name: string, isModerator: boolean, canView: string[] }} User
 * @typedef {object} View
 * @property {any} state the last answer of /sandbox/state
 * @property {string} channelId the open channel or thread
 * @property {string} userId who is looking
 * @property {(id: string) => string} channelName
 * @property {(id: string) => string} userName
 * @property {(id: string) => string} roleName
 * @property {(id: string) => void} openChannel
 * @property {(name: string) => void} chooseCommand opens the form of a command
 * @property {(act: () => Promise<any>, messageId?: string) => Promise<any>} run does it, shows a refusal in words, and a modal if one
 *   comes back; `messageId` is the message whose component is used
 */

export const TEXT = 0;
export const DIRECT = 1;
export const ANNOUNCEMENT = 5;
export const THREAD = 11;
export const FORUM = 15;

/**
 * @param {any} state
 * @param {{ channelId: string, userId: string }} choice
 * @param {Pick<View, 'openChannel' | 'chooseCommand' | 'run'>} actions
 * @returns {View}
 */
export function createView(state, choice, actions) {
  /** @param {{ id: string, name: string }[]} list @param {string} id */
  const nameIn = (list, id) => list.find((entry) => entry.id === id)?.name ?? 'unknown';
  return {
    state,
    ...choice,
    ...actions,
    channelName: (id) => nameIn(state.channels, id),
    userName: (id) => (id === state.botUser.id ? state.botUser.username : nameIn(state.users, id)),
    roleName: (id) => nameIn(state.roles ?? [], id),
  };
}

/**
 * The channels which the chosen person can see. A thread is visible with its parent.
 * @param {View} view
 * @returns {Channel[]}
 */
export function listVisibleChannels({ state, userId }) {
  const seen = new Set(state.users.find((/** @type {User} */ user) => user.id === userId)?.canView ?? []);
  return state.channels.filter(
    (/** @type {Channel} */ channel) => seen.has(channel.id) || seen.has(channel.parentId ?? ''),
  );
}

/**
 * What the chosen person sees in a channel, oldest first.
 * @param {View} view
 * @param {string} channelId
 * @returns {any[]}
 */
export function listVisibleMessages({ state, userId }, channelId) {
  return (state.messages[channelId] ?? []).filter(
    (/** @type {any} */ message) => message.visibleTo === undefined || message.visibleTo === userId,
  );
}
