// Everything that a reading may ask to be delivered, together.

import { planCardEdits, planRecovery } from './planEdits.ts';
import { planNews } from './planNews.ts';
import { planTroubleAlerts } from './planTroubleAlerts.ts';

export const planning = {
  news: planNews,
  edits: planCardEdits,
  troubleAlerts: planTroubleAlerts,
  recovery: planRecovery,
};
