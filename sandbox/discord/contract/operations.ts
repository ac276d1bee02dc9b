// Which schemas of Discord's description belong to which route. The npm rendering has the schemas and the routes but no
// table between them. `[X]` is a list of X, `A|B` one of several; `Schema` at the end of the names is left out.

export interface Operation {
  readonly request?: string;
  readonly response?: string;
}

const thread = 'ThreadResponse';
const anyChannel = `GuildChannelResponse|PrivateChannelResponse|${thread}`;
const anyEvent = 'ExternalScheduledEventResponse|StageScheduledEventResponse|VoiceScheduledEventResponse';
const command = 'ApplicationCommandResponse';
const message = 'MessageResponse';
const webhookEdit = { request: 'IncomingWebhookUpdateRequestPartial', response: message };
const application = { response: 'PrivateApplicationResponse' };

function commandsAt(path: string): Record<string, Operation> {
  return {
    [`GET ${path}`]: { response: `[${command}]` },
    [`PUT ${path}`]: { request: '[ApplicationCommandUpdateRequest]', response: `[${command}]` },
    [`POST ${path}`]: { request: 'ApplicationCommandCreateRequest', response: command },
    [`GET ${path}/{command_id}`]: { response: command },
    [`PATCH ${path}/{command_id}`]: { request: 'ApplicationCommandPatchRequestPartial', response: command },
  };
}

const inGuild = '/applications/{application_id}/guilds/{guild_id}/commands';
const events = '/guilds/{guild_id}/scheduled-events';
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

export const operations: Readonly<Record<string, Operation>> = {
  'GET /gateway': { response: 'GatewayResponse' },
  'GET /gateway/bot': { response: 'GatewayBotResponse' },
  'GET /applications/@me': application,
  'GET /applications/{application_id}': application,
  'GET /oauth2/applications/@me': application,
  'GET /users/@me': { response: 'UserPIIResponse' },
  'GET /users/@me/guilds': { response: '[MyGuildResponse]' },
  'GET /users/{user_id}': { response: 'UserResponse' },
  'POST /users/@me/channels': { request: 'CreatePrivateChannelRequest', response: 'PrivateChannelResponse' },
  ...commandsAt('/applications/{application_id}/commands'),
  ...commandsAt(inGuild),
  [`GET ${inGuild}/permissions`]: { response: '[CommandPermissionsResponse]' },
  [`GET ${inGuild}/{command_id}/permissions`]: { response: 'CommandPermissionsResponse' },
  'GET /guilds/{guild_id}': { response: 'GuildWithCountsResponse' },
  'GET /guilds/{guild_id}/channels': { response: '[GuildChannelResponse]' },
  'GET /guilds/{guild_id}/roles': { response: '[GuildRoleResponse]' },
  'GET /guilds/{guild_id}/roles/{role_id}': { response: 'GuildRoleResponse' },
  'GET /guilds/{guild_id}/members/{user_id}': { response: 'GuildMemberResponse' },
  'GET /guilds/{guild_id}/threads/active': { response: 'ThreadsResponse' },
  [`GET ${events}`]: { response: `[${anyEvent}]` },
  [`POST ${events}`]: {
    request: 'ExternalScheduledEventCreateRequest|StageScheduledEventCreateRequest|VoiceScheduledEventCreateRequest',
    response: anyEvent,
  },
  [`GET ${events}/{guild_scheduled_event_id}`]: { response: anyEvent },
  [`PATCH ${events}/{guild_scheduled_event_id}`]: {
    request:
      'ExternalScheduledEventPatchRequestPartial|StageScheduledEventPatchRequestPartial|VoiceScheduledEventPatchRequestPartial',
    response: anyEvent,
  },
  'GET /channels/{channel_id}': { response: anyChannel },
  'DELETE /channels/{channel_id}': { response: anyChannel },
  'PATCH /channels/{channel_id}': {
    request: 'UpdateGuildChannelRequestPartial|UpdateThreadRequestPartial|UpdateDMRequestPartial',
    response: anyChannel,
  },
  'GET /channels/{channel_id}/messages': { response: `[${message}]` },
  'POST /channels/{channel_id}/messages': { request: 'MessageCreateRequest', response: message },
  'GET /channels/{channel_id}/messages/{message_id}': { response: message },
  'PATCH /channels/{channel_id}/messages/{message_id}': { request: 'MessageEditRequestPartial', response: message },
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': { response: message },
  'POST /channels/{channel_id}/messages/{message_id}/threads': {
    request: 'CreateTextThreadWithMessageRequest',
    response: thread,
  },
  'POST /channels/{channel_id}/threads': {
    request: 'CreateForumThreadRequest|CreateTextThreadWithoutMessageRequest',
    response: 'CreatedThreadResponse',
  },
  'GET /channels/{channel_id}/threads/archived/public': { response: 'ThreadsResponse' },
  'POST /interactions/{interaction_id}/{interaction_token}/callback': {
    request:
      'ApplicationCommandAutocompleteCallbackRequest|CreateMessageInteractionCallbackRequest|ModalInteractionCallbackRequest|PongInteractionCallbackRequest|UpdateMessageInteractionCallbackRequest',
    response: 'InteractionCallbackResponse',
  },
  [`POST ${webhook}`]: { request: 'IncomingWebhookRequestPartial', response: message },
  [`GET ${webhook}/messages/@original`]: { response: message },
  [`PATCH ${webhook}/messages/@original`]: webhookEdit,
  [`GET ${webhook}/messages/{message_id}`]: { response: message },
  [`PATCH ${webhook}/messages/{message_id}`]: webhookEdit,
};
