import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { buildWorld } from '../../../sandbox/discord/buildWorld.ts';
import { defaultGuild } from '../../../sandbox/discord/defaultGuild.ts';
import { channelPermissions, guildPermissions } from '../../../sandbox/discord/permissions.ts';
import { compareIds, snowflake } from '../../../sandbox/discord/snowflake.ts';

const world = buildWorld(defaultGuild);
const member = world.getPersonNamed('member');
const moderator = world.getPersonNamed('moderator');
const withOverwrites = (...overwrites: { id: string; type: 0 | 1; allow?: bigint; deny?: bigint }[]) => ({
  ...world.getChannelNamed('news'),
  overwrites: overwrites.map((one) => ({ allow: 0n, deny: 0n, ...one })),
});
const has = (bits: bigint, bit: bigint): boolean => (bits & bit) !== 0n;
const everyone = world.guild.id;

test('a role that allows wins over everyone who may not, and one’s own entry over both', () => {
  const [role = ''] = world.guild.members.get(moderator.id)?.roles ?? [];
  const closed = withOverwrites(
    { id: everyone, type: 0, deny: Allow.ViewChannel },
    { id: role, type: 0, allow: Allow.ViewChannel },
  );
  expect(has(channelPermissions(world, member.id, closed), Allow.ViewChannel)).toBe(false);
  expect(has(channelPermissions(world, moderator.id, closed), Allow.ViewChannel)).toBe(true);
  const own = {
    ...closed,
    overwrites: [...closed.overwrites, { id: moderator.id, type: 1 as const, allow: 0n, deny: Allow.ViewChannel }],
  };
  expect(channelPermissions(world, moderator.id, own)).toBe(0n);
});

test('who may not send may not attach or embed either', () => {
  const silent = withOverwrites({ id: everyone, type: 0, deny: Allow.SendMessages });
  const permissions = channelPermissions(world, member.id, silent);
  expect(has(permissions, Allow.EmbedLinks)).toBe(false);
  expect(has(permissions, Allow.ReadMessageHistory)).toBe(true);
});

test('the owner of the server may do everything, whatever a channel says', () => {
  const closed = withOverwrites({ id: everyone, type: 0, deny: Allow.ViewChannel });
  expect(has(channelPermissions(world, world.guild.ownerId, closed), Allow.ManageChannels)).toBe(true);
});

test('the bot’s role has exactly what the bot is invited with', () => {
  const own = [...world.guild.roles.values()].find((role) => role.botId)?.permissions;
  expect(own).toBe(defaultGuild.botPermissions);
  expect(has(guildPermissions(world.guild, world.applicationId), Allow.ManageMessages)).toBe(false);
});

test('ids made later are greater, also within a millisecond', () => {
  const ids = Array.from({ length: 100 }, () => snowflake());
  expect([...ids].sort(compareIds)).toEqual(ids);
  expect(new Set(ids).size).toBe(100);
});
