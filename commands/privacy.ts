// /privacy: what is kept about a member, and how to have it deleted. On all servers at once, wherever it is asked.

import { defineCommandGroup, defineSubcommand } from '../src/kit/defineCommand.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import type { PersonalData } from '../src/ports/personalData.ts';
import { privacyDeletion, privacyDone, privacyReport } from '../src/views/privacyReport.ts';

interface PrivacyPorts {
  readonly personalData: PersonalData;
}

const show = defineSubcommand({
  name: 'show',
  visibility: 'private',
  options: {},
  async run({ member, say, mention }, { personalData }: PrivacyPorts) {
    const kept = await personalData.find(member.id);
    return reply(privacyReport({ kept, deleteCommand: mention('privacy delete'), say }));
  },
});

const remove = defineSubcommand({
  name: 'delete',
  visibility: 'private',
  options: {},
  async run({ member, say }, { personalData }: PrivacyPorts) {
    return reply(privacyDeletion({ kept: await personalData.find(member.id), say }));
  },
  actions: {
    /** Whoever presses it: their own. */
    erase: async ({ member, say }, { personalData }: PrivacyPorts): Promise<Result> => {
      await personalData.forget(member.id);
      return update(privacyDone({ kept: await personalData.find(member.id), say }));
    },
  },
});

export const privacy = defineCommandGroup<PrivacyPorts>({
  name: 'privacy',
  access: 'members',
  subcommands: [show, remove],
});
