import { describe, expect, it } from 'vitest';
import { createRequests } from '../../../src/discord/createRequests.ts';
import { createPublisher } from '../../../src/discord/publisher.ts';
import type { ChannelId, MessageId } from '../../../src/domain/ids.ts';

const view = { components: [{ type: 10 as const, content: 'News' }] };
const channelId = '200' as ChannelId;
const messageId = '7' as MessageId;
/** As @discordjs/rest hands over what is no JSON: the page of something between here and Discord, or nothing at all. */
const page = new TextEncoder().encode('<html>').buffer;
const nothing = new ArrayBuffer(0);

/** A publisher whose requests are answered so, one after the other, the last one again and again. */
function answeredBy(...answers: unknown[]) {
  const request = async () => (answers.length > 1 ? answers.shift() : answers[0]);
  const rest = { on: () => rest, request };
  const requests = createRequests({
    rest: rest as never,
    clock: { now: () => 1_800_000_000_000 },
    onUnauthorised: () => undefined,
  });
  return createPublisher({ requests, mayReadHistory: () => true, findKnownPlace: () => undefined });
}

describe('an answer that is not of Discord', () => {
  it.each([page, nothing])('tells nothing of what was sent, changed or published', async (answer) => {
    const publisher = answeredBy(answer);
    const unknown = { kind: 'unknown', cause: 'NotOfDiscord' };
    expect(await publisher.sendMessage(channelId, view, 'nonce')).toEqual(unknown);
    expect(await publisher.editMessage(channelId, messageId, view)).toEqual(unknown);
    expect(await publisher.crosspost(channelId, messageId)).toEqual(unknown);
    expect(await publisher.openThread(channelId, messageId, { name: 'News' })).toEqual(unknown);
  });

  it('tells nothing of a channel', async () => {
    expect(await answeredBy(page).describePlace(channelId, true)).toMatchObject({ kind: 'notSent' });
  });

  it('never makes the bot a stranger to its own messages', async () => {
    const own = { id: '9', author: { id: '1' }, components: [{ custom_id: 'v1:a:b:mark' }] };
    const publisher = answeredBy(page, { id: '1' }, [own]);
    const lost = { channelId, marker: 'mark', since: 1_800_000_000_000 };
    expect(await publisher.findMessage(lost)).toMatchObject({ kind: 'failed' });
    expect(await publisher.findMessage(lost)).toEqual({ kind: 'found', id: '9' });
  });

  it('is the only one without content that means anything where something is deleted', async () => {
    expect(await answeredBy(nothing).deleteMessage(channelId, messageId)).toEqual({ kind: 'done', id: messageId });
    expect(await answeredBy(page).deleteMessage(channelId, messageId)).toMatchObject({ kind: 'unknown' });
  });
});
