import type { Streak } from '../domain/streak.ts';

/** The bot's logins at Discord's gateway, remembered across restarts: Discord allows a thousand a day. */
export interface Logins {
  find(): Promise<Streak | undefined>;
  save(streak: Streak): Promise<void>;
}
