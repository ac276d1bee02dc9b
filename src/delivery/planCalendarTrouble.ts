// When moderators hear that a calendar cannot be read: at the times at which they hear of a source.

import { type Calendar, calendarTroubleKey } from '../domain/calendar.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { CalendarId, Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { findAlertRecipient } from './alertRecipient.ts';
import { planConference } from './planConference.ts';
import { planRecovery } from './planEdits.ts';
import { timeToTell } from './planTroubleAlerts.ts';

/** What the alert says; kept with the row. */
export interface CalendarTroubleAlert {
  readonly kind: 'calendarTrouble';
  readonly calendarId: CalendarId;
  readonly title: string;
  readonly url: string;
  readonly code: string;
  readonly since: Instant;
}

/** At most one for each time; what was told already has the same dedupe key. */
function planCalendarTrouble(calendar: Calendar, settings: GuildSettings, now: Instant): NewDelivery[] {
  const { id: calendarId, guildId, title, url, trouble } = calendar;
  const time = trouble && timeToTell(trouble, now);
  const recipient = findAlertRecipient(settings);
  if (!trouble || !time || !recipient) return [];
  const { code, since } = trouble;
  const alert: CalendarTroubleAlert = { kind: 'calendarTrouble', calendarId, title, url, code, since };
  return [
    {
      ...recipient,
      guildId,
      purpose: 'alert',
      steps: ['message'],
      payload: { ...alert },
      dedupeKey: `${calendarTroubleKey(calendarId, since)}${time}`,
      orderedAt: now,
    },
  ];
}

/** Everything that a reading of a calendar may ask to be delivered, together. */
export const calendarPlanning = { conference: planConference, trouble: planCalendarTrouble, recovery: planRecovery };
