// What a weekly digest says, as things stand when it leaves.

import { listDueSoon, type ProgrammeDigestPayload } from '../delivery/planProgrammeDigest.ts';
import type { Conference } from '../domain/conference.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { ConferenceId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import { sayIn } from '../kit/translate.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { Settings } from '../ports/settings.ts';
import { programmeDigest } from '../views/programmeDigest.ts';

export interface ComposeDigestPorts {
  readonly conferences: Pick<Conferences, 'find'>;
  readonly settings: Settings;
}

export function isProgrammeDigest({ payload }: Delivery): boolean {
  return payload?.kind === 'programme';
}

/** @returns undefined where nothing of it takes place any more */
export async function composeProgrammeDigest(
  { guildId, id: deliveryId, payload }: Delivery,
  { conferences, settings }: ComposeDigestPorts,
): Promise<MessageView | undefined> {
  const { at, newIds, dueIds, nextIds } = payload as unknown as ProgrammeDigestPayload;
  const list = async (ids: readonly ConferenceId[]) => {
    const found = await Promise.all(ids.map((id) => conferences.find(guildId, id)));
    return found.filter((one): one is Conference => one?.standing === 'sure' && one.status !== 'cancelled');
  };
  const { language, timeZone } = await settings.get(guildId);
  const [added, next] = [await list(newIds), await list(nextIds)];
  const due = listDueSoon(await list(dueIds), at, timeZone);
  if (added.length + due.length + next.length === 0) return undefined;
  return programmeDigest({ added, due, next, deliveryId, say: sayIn(language) });
}
