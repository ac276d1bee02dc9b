// Everything that a reading may ask to be delivered, together.

import { planArticleEdits, planRecovery } from './planEdits.ts';
import { planNews } from './planNews.ts';
import { planTroubleAlerts } from './planTroubleAlerts.ts';

export const planning = {
  news: planNews,
  edits: planArticleEdits,
  troubleAlerts: planTroubleAlerts,
  recovery: planRecovery,
};
