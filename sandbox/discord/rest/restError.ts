// A refusal in Discord's own shape: status, numeric code, message, and for bodies the tree of errors.

/** The refusal of one field of a body. */
export function invalidField(path: readonly string[], code: string, message: string): RestError {
  const inner: unknown = { _errors: [{ code, message }] };
  const errors = path.reduceRight((tree, step) => ({ [step]: tree }), inner);
  return new RestError(400, 50035, 'Invalid Form Body', errors);
}

export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.name = 'RestError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON(): unknown {
    return { message: this.message, code: this.code, ...(this.errors === undefined ? {} : { errors: this.errors }) };
  }
}

/** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
export const refusals = {
  unauthorized: () => new RestError(401, 0, '401: Unauthorized'),
  notFound: () => new RestError(404, 0, '404: Not Found'),
  unknownChannel: () => new RestError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new RestError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new RestError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new RestError(404, 10008, 'Unknown Message'),
  unknownRole: () => new RestError(404, 10011, 'Unknown Role'),
  unknownUser: () => new RestError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new RestError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new RestError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new RestError(404, 10063, 'Unknown application command'),
  unknownCommandPermissions: () => new RestError(404, 10066, 'Unknown application command permissions'),
  unknownEvent: () => new RestError(404, 10070, 'Unknown Guild Scheduled Event'),
  tooManyEvents: () => new RestError(400, 30038, 'Maximum number of guild scheduled events reached'),
  alreadyCrossposted: () => new RestError(400, 40033, 'This message has already been crossposted'),
  onlyModeratedTags: () => new RestError(400, 40066, 'There are no tags available that can be used by non-moderators'),
  tagRequired: () => new RestError(400, 40067, 'A tag is required to create a forum post in this channel'),
  alreadyAcknowledged: () => new RestError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new RestError(403, 50001, 'Missing Access'),
  notYourMessage: () => new RestError(403, 50005, 'Cannot edit a message authored by another user'),
  cannotMessageBot: () => new RestError(400, 50007, 'Cannot send messages to this user'),
  cannotMessageUser: () => new RestError(403, 50007, 'Cannot send messages to this user'),
  notATextChannel: () => new RestError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new RestError(403, 50013, 'Missing Permissions'),
  wrongChannelType: () => new RestError(400, 50024, 'Cannot execute action on this channel type'),
  threadArchived: () => new RestError(400, 50083, 'Thread is archived'),
  noMutualGuilds: () => new RestError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
  threadLocked: () => new RestError(403, 160005, 'Thread is locked'),
  tooManyThreads: () => new RestError(400, 160006, 'Maximum number of active threads reached'),
  tooManyAnnouncementThreads: () => new RestError(400, 160007, 'Maximum number of active announcement threads reached'),
  finishedEvent: () => new RestError(400, 180_000, 'Cannot update a finished event'),
  threadExists: () => new RestError(400, 160004, 'A thread has already been created for this message'),
} as const;
