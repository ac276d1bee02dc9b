// /conferences show: a conference with all its dates, for one reader; shared with all by a button.

import type { Conference } from '../../src/domain/conference.ts';
import { listOffers } from '../../src/domain/reminder.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, share } from '../../src/kit/result.ts';
import { sayIn } from '../../src/kit/translate.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Reminders } from '../../src/ports/reminders.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { conferenceDetails } from '../../src/views/conferenceDetails.ts';
import { offersLimit } from '../../src/views/reminderChoices.ts';
import { summaryShared } from '../../src/views/summaryShared.ts';
import { completeConference, getConference, type KnownConferences } from '../parts/findConference.ts';
import { getPressedConference } from './pressedConference.ts';

export interface ShowPorts {
  readonly conferences: KnownConferences & Pick<Conferences, 'findDiscussion'>;
  readonly reminders: Pick<Reminders, 'listOpen'>;
  readonly settings: Settings;
}

const undoMs = 60_000;

export const show = defineSubcommand({
  name: 'show',
  visibility: 'private',
  options: { conference: required.text({ completes: true }) },
  async run(input, ports: ShowPorts) {
    return reply(
      await detailsOf(await getConference(input.options.conference, input, 'members', ports.conferences), input, ports),
    );
  },
  complete: { conference: (input, ports: ShowPorts) => completeConference(input, 'members', ports.conferences) },
  actions: {
    /** The menu of a digest. */
    show: async (input, ports: ShowPorts): Promise<Result> => {
      const conference = await getPressedConference(input.values[0] ?? '', input, ports);
      return reply(await detailsOf(conference, input, ports));
    },
    share: async (input, ports: ShowPorts): Promise<Result> => {
      const conference = await getPressedConference(input.id, input, ports);
      const { language } = await ports.settings.get(input.guildId);
      const post = conferenceDetails({
        conference,
        ...{ offers: [], chosen: [], sharedBy: input.member.id, say: sayIn(language) },
        ...(await discussionOf(conference, input, ports)),
      });
      return share(post, summaryShared(input.now + undoMs, input.say));
    },
  },
});

/** As one member sees it. */
export async function detailsOf(conference: Conference, asked: Asked, ports: ShowPorts): Promise<MessageView> {
  const { guildId, member, now, say } = asked;
  const { timeZone } = await ports.settings.get(guildId);
  const mine = await ports.reminders.listOpen(guildId, member.id);
  const isOff = conference.status === 'cancelled';
  return conferenceDetails({
    conference,
    offers: isOff ? [] : listOffers(conference, timeZone, now).slice(0, offersLimit),
    chosen: mine.filter((one) => one.conference.id === conference.id).map(({ reminder }) => reminder),
    say,
    ...(await discussionOf(conference, asked, ports)),
  });
}

/** Only for who may view its channel. */
async function discussionOf({ id }: Conference, { guildId, member }: Asked, { conferences }: ShowPorts) {
  const discussion = await conferences.findDiscussion(guildId, id);
  if (!discussion || !member.visibleChannelIds.has(discussion.channelId)) return {};
  return { discussionUrl: `https://discord.com/channels/${guildId}/${discussion.threadId}` };
}
