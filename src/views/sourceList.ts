// The sources a server follows, each with the state it is in, in words.

import type { ChannelId, Instant } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, entryTextLimit, present, selectRow, textBlock } from './blocks.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { sourceState } from './sourceState.ts';
import { cutText, firstFitting, linkTo, oneLine } from './text.ts';

const sourceTitleLimit = 100;

export interface ListedSource {
  readonly source: Source;
  readonly channelId: ChannelId;
  readonly articleCount: number;
  readonly pausedAt?: Instant;
}

export interface SourceList {
  /** Those of this page. */
  readonly sources: readonly ListedSource[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly say: Say;
}

export function sourceList({ sources, total, page, pageCount, say }: SourceList): MessageView {
  const toPage = (other: number) => customId('sources', 'page', `${other}`);
  return {
    components: [
      container([
        textBlock(`**${say('sources.heading', { count: total })}**${pageMark({ page, pageCount }, say)}`),
        ...sources.map((listed) => textBlock(entryText(listed, say))),
        ...present(pageRow({ page, pageCount, toPage }, say), openSelect(sources, say)),
      ]),
    ],
  };
}

function openSelect(sources: readonly ListedSource[], say: Say) {
  const entries = sources.map(({ source }) => ({
    label: source.title,
    value: `${source.id}`,
    // Two may have the same title.
    description: source.url.replace(/^https?:\/\//, ''),
  }));
  return selectRow(customId('sources', 'open'), say('sources.open'), entries);
}

function entryText({ source, channelId, articleCount, pausedAt }: ListedSource, say: Say): string {
  const title = cutText(oneLine(source.title), sourceTitleLimit) || '…';
  const articles = say('sources.articles', { count: articleCount });
  const rest = `<#${channelId}> · ${articles}\n${sourceState(source, pausedAt, say)}`;
  return firstFitting(
    entryTextLimit,
    () => `**${linkTo(title, source.siteUrl ?? source.url)}** · ${rest}`,
    () => `**${linkTo(title, undefined)}** · ${rest}`,
  );
}
