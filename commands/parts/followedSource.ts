// The option `source`, wherever a command has one: choices while a person types, and whatever they then send.

import { canonicalLink } from '../../src/domain/canonicalLink.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Asked, Pressed, Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { cutText, escapeLine, oneLine } from '../../src/views/text.ts';
import { findNearest } from './findNearest.ts';
import { withScheme } from './withScheme.ts';

/** Characters of a person's own words that an answer repeats. */
const repeatedLimit = 100;
/** Characters of a title in a choice that shows its address as well. */
const titleLimit = 50;

export interface FollowedSourcePorts {
  readonly subscriptions: Pick<Subscriptions, 'list'>;
}

/** Moderators see every source of their server, members those of channels they may view. */
export async function listFollowed(
  { guildId, member }: Pick<Asked, 'guildId' | 'member'>,
  { subscriptions }: FollowedSourcePorts,
): Promise<FollowedSource[]> {
  const followed = await subscriptions.list(guildId);
  return followed.filter(
    ({ subscription }) => member.mayManage || member.visibleChannelIds.has(subscription.channelId),
  );
}

/** Choices whose title or address contains what was typed. */
export async function completeSource(input: Typing, ports: FollowedSourcePorts): Promise<Result> {
  const typed = input.typed.trim().toLowerCase();
  const followed = await listFollowed(input, ports);
  const matching = followed.filter(({ source }) => `${source.title} ${source.url}`.toLowerCase().includes(typed));
  return choices(matching.map(({ source }) => ({ name: nameAmong(source, followed), value: `#${source.id}` })));
}

/** With its address where its title is another one's as well. */
function nameAmong({ title, url }: Source, followed: readonly FollowedSource[]): string {
  const name = oneLine(title);
  if (name === '') return url;
  const isSole = followed.filter(({ source }) => spelled(source.title) === spelled(title)).length === 1;
  return isSole ? name : `${cutText(name, titleLimit)} · ${url.replace(/^https?:\/\//, '')}`;
}

function spelled(title: string): string {
  return oneLine(title).toLowerCase();
}

/**
 * The source a person chose or typed by title or address.
 * @throws Refusal that names the nearest when none fits, or where several have the title
 */
export async function getFollowed(
  typed: string,
  asked: Pick<Asked, 'guildId' | 'member'>,
  ports: FollowedSourcePorts,
): Promise<FollowedSource> {
  const followed = await listFollowed(asked, ports);
  const wanted = typed.trim();
  const titled = followed.filter(({ source }) => spelled(source.title) === spelled(wanted));
  const address = canonicalLink(withScheme(wanted));
  const found =
    followed.find(({ source }) => wanted === `#${source.id}`) ??
    (titled.length === 1 ? titled[0] : undefined) ??
    followed.find(({ source }) => [source.url, source.siteUrl].some((url) => url && canonicalLink(url) === address));
  if (found) return found;
  const said = escapeLine(wanted, repeatedLimit);
  if (titled.length > 1) throw new Refusal('sourceSeveral', { typed: said });
  const nearest = findNearest(
    wanted,
    followed.map(({ source }) => source.title),
  );
  if (nearest === undefined) throw new Refusal('sourceUnknown', { typed: said });
  throw new Refusal('sourceUnknownNearest', { typed: said, nearest: escapeLine(nearest, repeatedLimit) });
}

/**
 * The source a button or a menu names by its number.
 * @throws Refusal when the server no longer follows it
 */
export async function getPressed(
  id: string,
  asked: Pick<Pressed, 'guildId' | 'member' | 'mention'>,
  ports: FollowedSourcePorts,
): Promise<FollowedSource> {
  const number = id.split('.')[0];
  const found = (await listFollowed(asked, ports)).find(({ source }) => `${source.id}` === number);
  if (!found) throw new Refusal('buttonOutlived', { command: asked.mention('sources list') });
  return found;
}
