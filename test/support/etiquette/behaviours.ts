// The servers of the simulation: each is polite or not in its own way, and has a host of its own.

import * as wishes from './documentWishes.ts';
import * as fresh from './freshness.ts';
import * as redirect from './redirects.ts';
import * as trouble from './troubles.ts';
import * as names from './validators.ts';

/** What is not named is as with a plain good server: ETag and Last-Modified, no other wishes. */
export interface Behaviour {
  readonly name: string;
  readonly validators?: names.ValidatorScheme;
  readonly freshness?: fresh.Freshness;
  readonly document?: wishes.DocumentWishes;
  readonly trouble?: trouble.Trouble;
  readonly redirect?: redirect.Redirect;
  /** Feeds on the host; unset: one. */
  readonly feeds?: number;
  /** Hosts of the site; unset: one. */
  readonly hosts?: number;
  /** Articles have only a teaser in the feed and a page of their own. */
  readonly hasPages?: boolean;
  /** No article before the second day. */
  readonly beginsEmpty?: boolean;
  /** The first answer with something new ends in the middle of the document, named like the whole one. */
  readonly isCutAtFirst?: boolean;
}

export const behaviours: readonly Behaviour[] = [
  { name: 'both validators' },
  { name: 'no validators', validators: names.noValidators },
  { name: 'strong ETag', validators: names.strongEtag },
  { name: 'weak ETag', validators: names.weakEtag },
  { name: 'ETag without quotes', validators: names.unquotedEtag },
  { name: 'ETag with one quote', validators: names.halfQuotedEtag },
  { name: 'ETag with commas and quotes', validators: names.commaEtag },
  { name: 'ETag beyond ASCII', validators: names.obsTextEtag },
  { name: 'ETag of 4,000 characters', validators: names.longEtag },
  { name: 'empty ETag', validators: names.emptyEtag },
  { name: 'Last-Modified only', validators: names.modifiedOnly },
  { name: 'Last-Modified that is no date', validators: names.oddDate },
  { name: 'new ETag with every answer', validators: names.restless },
  { name: 'validators not repeated on 304', validators: names.notRepeated },
  { name: 'new ETag on 304', validators: names.renaming },
  { name: 'new Last-Modified, same body', validators: names.movingDate },
  { name: 'deaf to validators', validators: names.deaf },
  { name: 'validators given up after two days', validators: names.forgetting },

  { name: 'max-age', freshness: fresh.maxAge },
  { name: 'quoted max-age', freshness: fresh.quotedMaxAge },
  { name: 'max-age of ten years', freshness: fresh.hugeMaxAge },
  { name: 'max-age not repeated on 304', freshness: fresh.onceSaid },
  { name: 'max-age before Expires', freshness: fresh.maxAgeBeforeExpires },
  { name: 's-maxage is not ours', freshness: fresh.sharedMaxAge },
  { name: 'no-cache', freshness: fresh.noCache },
  { name: 'Age', freshness: fresh.aged },
  { name: 'Expires', freshness: fresh.expires },
  { name: 'Expires by a wrong clock', freshness: fresh.expiresByWrongClock },
  { name: 'Expires without Date', freshness: fresh.expiresWithoutDate },
  { name: 'Expires: 0', freshness: fresh.expiresZero },

  { name: 'ttl', document: wishes.ttl },
  { name: 'ttl of a year', document: wishes.hugeTtl },
  { name: 'ttl that is no number', document: wishes.badTtl },
  { name: 'updatePeriod hourly', document: wishes.hourly },
  { name: 'updatePeriod four times daily', document: wishes.fourTimesDaily },
  { name: 'updatePeriod weekly', document: wishes.weekly },
  { name: 'skipHours at night', document: wishes.nightSkipped },
  { name: 'skipHours with midnight as 24', document: wishes.midnightAs24 },
  { name: 'skipDays at the weekend', document: wishes.weekendSkipped },
  { name: 'one hour of one day left', document: wishes.oneHourOfOneDay },
  { name: 'all hours skipped', document: wishes.allHoursSkipped },
  { name: 'all days skipped', document: wishes.allDaysSkipped },
  { name: 'ttl, skipHours and max-age', document: wishes.ttlAndNight, freshness: fresh.maxAge },

  { name: '429 with seconds', trouble: trouble.tooMany },
  { name: '429 with a date', trouble: trouble.tooManyUntil },
  { name: '429 without Retry-After', trouble: trouble.tooManyUnsaid },
  { name: '429 for three years', trouble: trouble.tooManyHuge },
  { name: '429 with negative seconds', trouble: trouble.tooManyNegative },
  { name: '429 with zero', trouble: trouble.tooManyZero },
  { name: '429 until an hour ago', trouble: trouble.tooManyPast },
  { name: '503 with seconds', trouble: trouble.unavailable },
  { name: '503 with a date', trouble: trouble.unavailableUntil },
  { name: '503 without Retry-After', trouble: trouble.unavailableUnsaid },
  { name: 'bursts of 500', trouble: trouble.errorBursts },
  { name: 'a day of 502', trouble: trouble.badGateway },
  { name: '404 for a week', trouble: trouble.notFoundForAWeek },
  { name: '403 now and then', trouble: trouble.forbidden },
  { name: 'connection resets', trouble: trouble.resets },
  { name: 'a page instead of the feed', trouble: trouble.pageInstead },
  { name: 'an empty body instead of the feed', trouble: trouble.nothingInstead },
  { name: 'cut XML', isCutAtFirst: true },
  { name: 'empty at first', beginsEmpty: true },
  { name: '410 for good', trouble: trouble.goneForGood },
  { name: '410 once', trouble: trouble.goneOnce },
  { name: '410 twice', trouble: trouble.goneTwice },
  { name: '500 at night, which is skipped', trouble: trouble.errorBursts, document: wishes.nightSkipped },
  { name: '429 before the night', trouble: trouble.unavailable, document: wishes.nightSkipped },

  { name: '301', redirect: redirect.moved },
  { name: '302', redirect: redirect.found },
  { name: '303', redirect: redirect.seeOther },
  { name: '307', redirect: redirect.temporary },
  { name: '308', redirect: redirect.permanent },
  { name: '301 after three days', redirect: redirect.movedLater },
  { name: '301 on the first day', redirect: redirect.movedSoon },
  { name: '301 that comes and goes', redirect: redirect.movedAndBack },
  { name: '302 on every other day', redirect: redirect.everyOtherDay },
  { name: '301 to another host', redirect: redirect.otherHost, hosts: 2 },
  { name: '302 to another host', redirect: redirect.otherHostForNow, hosts: 2 },
  { name: 'chain of 301 and 308', redirect: redirect.chain },
  { name: 'chain of 301 and 302', redirect: redirect.mixedChain },
  { name: 'redirects in a circle', redirect: redirect.circle },
  { name: '301 and weak ETag not repeated', redirect: redirect.moved, validators: names.notRepeated },
  { name: '302 and 503', redirect: redirect.found, trouble: trouble.unavailable },
  { name: '302 to a busy host', redirect: redirect.otherHostForNow, trouble: trouble.targetBusy, hosts: 2 },

  { name: 'two feeds on a host', feeds: 2 },
  { name: 'two feeds, one of them busy', feeds: 2, trouble: trouble.neighbourBusy },
  { name: 'pages of articles', hasPages: true },
  { name: 'busy pages and two feeds', hasPages: true, feeds: 2, trouble: trouble.pagesBusy },
];
