// What Discord takes, as far as our messages and discussions can touch it; each number also stands in Discord's own description
// (discord-api-spec). Discord counts code points (@see https://github.com/discord/discord-api-docs/issues/1315). We count UTF-16
// units, which are never fewer, so that nothing depends on that.

/** Characters of all text displays of a message together. @see https://docs.discord.com/developers/components/reference#text-display */
export const messageTextMost = 4000;
/** Components of a message, nested ones counted. @see https://docs.discord.com/developers/components/reference#what-is-a-component */
export const componentsMost = 40;
/** @see https://docs.discord.com/developers/components/reference#action-row */
export const rowButtonsMost = 5;
/** Texts beside one accessory. @see https://docs.discord.com/developers/components/reference#section */
export const sectionTextsMost = 3;
/** @see https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
export const customIdMost = 100;
/** @see https://docs.discord.com/developers/components/reference#button */
export const buttonLabelMost = 80;
/** @see https://docs.discord.com/developers/components/reference#button */
export const buttonUrlMost = 512;
/** @see https://docs.discord.com/developers/components/reference#string-select */
export const placeholderMost = 150;
/** @see https://docs.discord.com/developers/components/reference#string-select */
export const optionsMost = 25;
/** Label, value and description of an option. @see https://docs.discord.com/developers/components/reference#string-select */
export const optionTextMost = 100;
/** @see https://docs.discord.com/developers/components/reference#media-gallery */
export const galleryItemsMost = 10;
/** The alternative text of a picture. @see https://docs.discord.com/developers/components/reference#media-gallery */
export const altTextMost = 1024;
/** @see https://docs.discord.com/developers/components/reference#unfurled-media-item */
export const mediaUrlMost = 2048;
/** Users, and roles, that one message may ping. @see https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export const mentionsMost = 100;
/** @see https://docs.discord.com/developers/resources/message#create-message */
export const nonceMost = 25;
/** @see https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export const threadNameMost = 100;
/** @see https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
export const appliedTagsMost = 5;
