// Errors by what to do next. Each is made at the edge that knows the cause, and carries the key of the sentence a person
// will read. Anything that is none of these is a defect.

/** Values for the placeholders of a sentence. */
export type SentenceArgs = Readonly<Record<string, string | number>>;

abstract class KnownError<Code extends string> extends Error {
  abstract readonly kind: 'refusal' | 'source' | 'discord' | 'transient';
  readonly code: Code;
  readonly args: SentenceArgs;

  constructor(code: Code, args: SentenceArgs = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.args = args;
  }

  /** Key of the sentence in locales/. */
  get sentence(): `errors.${string}` {
    return `errors.${this.kind}.${this.code}`;
  }
}

export const refusalCodes = [
  'sourceUnknown',
  'sourceUnknownNearest',
  'sourceSeveral',
  'sourceKnown',
  'sourcesFull',
  'articleUnknown',
  'articleUnknownNearest',
  'articlesNone',
  'channelMissing',
  'channelKind',
  'permissionMissing',
  'moderatorsOnly',
  'buttonOutlived',
  'optionInvalid',
  'timeZoneUnknown',
  'timeZoneUnknownNearest',
  'languageUnknown',
  'sinceUnreadable',
  'notInGuild',
  'calendarEmpty',
  'feedListEmpty',
  'fileTooLarge',
  'filterTooMany',
  'filterTooLong',
  'filterWordless',
  'postUnknown',
  'questionUnknown',
  'questionNone',
  'questionRemoved',
  'questionRepeated',
  'questionEmpty',
  'questionLong',
  'roleNotMentioned',
  'roleOutOfReach',
  'sharedAlready',
  'undoTooLate',
  'noArticleLinked',
  'conferenceUnknown',
  'conferenceUnknownNearest',
  'conferencesNone',
  'programmeEmpty',
  'conferenceCancelled',
  'conferenceOver',
  'dateUnknown',
  'dateOver',
  'reminderLate',
  'reminderUnknown',
  'reminderSeveral',
  'remindersNone',
  'remindersFull',
  'snoozeLate',
  'confirmationsNone',
  'titleEmpty',
  'startMissing',
  'startUnreadable',
  'endUnreadable',
  'endBeforeStart',
  'clocksDiffer',
  'deadlineUnreadable',
  'deadlinesMissing',
  'pageUnreadable',
  'calendarsFull',
  'articleMissing',
  'postKnown',
  'postWaiting',
  'postTakenBack',
] as const;

/** The person can mend it; always answered privately. */
export class Refusal extends KnownError<(typeof refusalCodes)[number]> {
  readonly kind = 'refusal';
  override name = 'Refusal';
}

export const sourceErrorCodes = [
  'addressInvalid',
  'addressPrivate',
  'hostUnknown',
  'unreachable',
  'timeout',
  'tooLarge',
  'tooManyRedirects',
  'status',
  'login',
  'gone',
  'limited',
  'htmlInsteadOfFeed',
  'notAFeed',
  'brokenFeed',
  'notACalendar',
  'notOpml',
  'notAPage',
  'certificate',
  'layoutChanged',
] as const;

/** The site's side: back off, try again, tell moderators once. `retryAfterMs` is what the site asked for. */
export class SourceError extends KnownError<(typeof sourceErrorCodes)[number]> {
  readonly kind = 'source';
  override name = 'SourceError';
  readonly retryAfterMs: number | undefined;

  constructor(
    code: (typeof sourceErrorCodes)[number],
    args: SentenceArgs = {},
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(code, args, options.cause);
    this.retryAfterMs = options.retryAfterMs;
  }
}

export const discordRefusalCodes = ['missingAccess', 'missingPermissions', 'channelGone', 'refused'] as const;

/** The server's settings: hold, and tell the moderators what to mend. */
export class DiscordRefusal extends KnownError<(typeof discordRefusalCodes)[number]> {
  readonly kind = 'discord';
  override name = 'DiscordRefusal';
}

export const transientCodes = ['discordBusy', 'storeBusy'] as const;

/** Nobody's fault: wait and try again. */
export class Transient extends KnownError<(typeof transientCodes)[number]> {
  readonly kind = 'transient';
  override name = 'Transient';
}

/** An error whose sentence a person may read. */
export type SayableError = Refusal | SourceError | DiscordRefusal | Transient;

export function isSayable(error: unknown): error is SayableError {
  return (
    error instanceof Refusal ||
    error instanceof SourceError ||
    error instanceof DiscordRefusal ||
    error instanceof Transient
  );
}
