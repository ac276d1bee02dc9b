// Every route the local Discord serves.

import type { RouteTable } from './call.ts';
import { callbackRoutes } from './callbackRoutes.ts';
import { channelRoutes } from './channelRoutes.ts';
import { commandRoutes } from './commandRoutes.ts';
import { guildRoutes } from './guildRoutes.ts';
import { identityRoutes } from './identityRoutes.ts';
import { memberRoutes } from './memberRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { scheduledEventRoutes } from './scheduledEventRoutes.ts';
import { threadRoutes } from './threadRoutes.ts';
import { webhookRoutes } from './webhookRoutes.ts';

export const routeTables: RouteTable = {
  ...identityRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...memberRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...scheduledEventRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
};
