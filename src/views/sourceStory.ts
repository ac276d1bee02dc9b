// Everything about one source a server follows: what it is, how it is doing, what came, what is next, what is chosen for it.

import type { Article } from '../domain/article.ts';
import type { Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Source, SourceTrouble } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { choiceLines } from './sourceChoices.ts';
import { sourceState, troubleInWords, troubleRemedy } from './sourceState.ts';
import { cutText, firstFitting, linkTo, messageTextLimit, oneLine, timestamp } from './text.ts';

const titleLimit = 100;
const addressLimit = 120;

export interface SourceStory {
  readonly source: Source;
  readonly subscription: Subscription;
  readonly settings: GuildSettings;
  readonly articleCount: number;
  readonly newest?: Article;
  readonly now: Instant;
  readonly say: Say;
}

export function sourceStory(story: SourceStory): MessageView {
  const { source, subscription, say } = story;
  const action = (name: string) => customId('sources', name, `${source.id}`);
  const isPaused = subscription.pausedAt !== undefined;
  const buttons = buttonRow([
    actionButton(say('sourceStory.check'), action('check')),
    isPaused
      ? actionButton(say('sourceStory.resume'), action('resume'))
      : actionButton(say('sourceStory.pause'), action('pause')),
    actionButton(say('sourceStory.preview'), action('preview')),
    actionButton(say('sourceStory.edit'), action('edit')),
    actionButton(say('sourceStory.remove'), action('remove')),
  ]);
  // Long addresses are not linked where the whole would not fit.
  const text = firstFitting(
    messageTextLimit,
    () => storyText(story, linkTo),
    () => storyText(story, (label) => linkTo(label, undefined)),
  );
  return { components: [container([textBlock(text), ...present(buttons)])] };
}

function storyText(
  { source, subscription, settings, articleCount, newest, now, say }: SourceStory,
  link: typeof linkTo,
) {
  const address = (url: string) => link(cutText(url, addressLimit), url);
  const { url, siteUrl, formerUrl, lastReadAt, nextPollAt, stoppedAt, trouble } = source;
  const { pausedAt, addedAt, addedBy } = subscription;
  // A source in trouble says itself when it is tried again.
  const isDue = pausedAt === undefined && stoppedAt === undefined && trouble === undefined;
  const paragraphs = [
    [
      `### ${link(cutText(oneLine(source.title) || url, titleLimit), siteUrl ?? url)}`,
      source.kind === 'index'
        ? say('sourceStory.index', { address: address(url) })
        : say('sourceStory.feed', { address: address(url) }),
      formerUrl === undefined ? '' : say('sourceStory.former', { address: address(formerUrl) }),
      say('sourceStory.followed', { since: timestamp(addedAt, 'D'), member: `<@${addedBy}>` }),
    ],
    [
      `**${sourceState(source, pausedAt, say)}**`,
      trouble === undefined ? '' : troubleText(trouble, pausedAt !== undefined, say),
      [
        lastReadAt === undefined ? '' : say('sourceStory.read', { read: timestamp(lastReadAt, 'F') }),
        isDue ? nextReading(nextPollAt, now, say) : '',
      ]
        .join(' ')
        .trim(),
    ],
    [say('sourceStory.known', { count: articleCount }), newest === undefined ? '' : newestLine(newest, link, say)],
    choiceLines(subscription, settings, say),
  ];
  return paragraphs.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n');
}

function troubleText({ code, since, sightings }: SourceTrouble, isPaused: boolean, say: Say): string {
  const reason = troubleInWords(code, say);
  const before = isPaused ? say('sourceStory.beforePause', { since: timestamp(since, 'F'), reason }) : '';
  return `${before} ${say('sourceStory.sightings', { count: sightings, code })} ${troubleRemedy(code, say)}`.trim();
}

function nextReading(nextPollAt: Instant, now: Instant, say: Say): string {
  return nextPollAt <= now
    ? say('sourceStory.nextSoon')
    : say('sourceStory.next', { next: timestamp(nextPollAt, 'R') });
}

function newestLine({ title, url, publishedAt }: Article, link: typeof linkTo, say: Say): string {
  const article = link(cutText(oneLine(title), titleLimit) || '…', url);
  if (publishedAt === undefined) return say('sourceStory.newest', { article });
  return say('sourceStory.newestDated', { article, published: timestamp(publishedAt, 'D') });
}
