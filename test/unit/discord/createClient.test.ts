import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/discord/createClient.ts';

/** Where discord.js takes in what the gateway tells. */
interface Inside {
  readonly guilds: { _add(guild: object): void };
  readonly actions: Record<'ChannelDelete' | 'ThreadCreate' | 'MessageCreate', { handle(data: object): void }>;
}

const [guildId, newsId, essaysId] = ['10', '21', '22'];
const thread = (id: string, parent: string) => ({
  ...{ id, guild_id: guildId, parent_id: parent, type: 11, name: id },
  thread_metadata: { archived: false, auto_archive_duration: 60, archive_timestamp: '2026-11-26T00:00:00Z' },
});

describe('the client', () => {
  let client: ReturnType<typeof createClient>;
  afterEach(() => client.close());

  const start = (): Inside => {
    const gate = { pass: async () => undefined, countLogin: async () => undefined };
    client = createClient({ discordApiUrl: 'http://127.0.0.1:9', requestMs: 1_000 }, gate as never);
    const inside = client as unknown as Inside;
    inside.guilds._add({
      ...{ id: guildId, name: 'Society', owner_id: '1', roles: [], members: [] },
      channels: [newsId, essaysId].map((id) => ({ id, type: 0, name: id, permission_overwrites: [] })),
      threads: [thread('31', newsId), thread('32', essaysId)],
    });
    return inside;
  };
  const known = () =>
    [client.channels.cache, client.guilds.cache.get(guildId)?.channels.cache].map((channels) => [
      ...(channels?.keys() ?? []),
    ]);

  it('knows the threads of a channel until the channel is deleted', () => {
    const { actions } = start();
    actions.ThreadCreate.handle(thread('33', newsId));
    expect(known()).toEqual([
      [newsId, essaysId, '31', '32', '33'],
      [newsId, essaysId, '31', '32', '33'],
    ]);
    actions.ChannelDelete.handle({ id: newsId, guild_id: guildId, type: 0 });
    expect(known()).toEqual([
      [essaysId, '32'],
      [essaysId, '32'],
    ]);
  });

  it('keeps no message', () => {
    const { actions } = start();
    const channel = client.channels.cache.get(newsId);
    actions.MessageCreate.handle({
      id: '41',
      channel_id: newsId,
      guild_id: guildId,
      content: 'Hello',
      author: { id: '1' },
    });
    expect(channel?.isTextBased() && channel.messages.cache.size).toBe(0);
  });
});
