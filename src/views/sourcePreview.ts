// What becomes of a source's newest articles: the card as it is posted, and for each article whether it was, would be, or why not.

import type { ChannelId, SourceId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { charactersOf, container, entryTextLimit, present, textBlock } from './blocks.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { countCharacters, cutText, firstFitting, linkTo, messageTextLimit, oneLine } from './text.ts';

const titleLimit = 80;

export interface PreviewedArticle {
  readonly title: string;
  readonly url?: string;
  /** What became of it, in finished words. */
  readonly fate: string;
}

export interface SourcePreview {
  readonly sourceId: SourceId;
  /** Bold and escaped. */
  readonly source: string;
  readonly channelId: ChannelId;
  /** As it would be posted; undefined where no article is wanted. */
  readonly card?: MessageView;
  /** What to say instead of a card. */
  readonly noCard: string;
  /** Those of this page, newest first. */
  readonly entries: readonly PreviewedArticle[];
  readonly page: number;
  readonly pageCount: number;
  readonly say: Say;
}

/** The card is shown on the first page alone. */
export function sourcePreview(preview: SourcePreview): MessageView {
  const { sourceId, source, channelId, card, noCard, entries, page, pageCount, say } = preview;
  const toPage = (other: number) => customId('sources', 'previewPage', `${sourceId}.${other}`);
  const intro = card === undefined ? noCard : say('sourcePreview.card', { source, channel: `<#${channelId}>` });
  const top = page === 0 ? [textBlock(intro), ...(card?.components ?? [])] : [];
  const heading = `${say('sourcePreview.heading', { source })}${pageMark({ page, pageCount }, say)}`;
  const room = messageTextLimit - charactersOf(top) - countCharacters(heading);
  const roomOfEntry = Math.min(entryTextLimit, Math.floor(room / Math.max(1, entries.length)));
  return {
    components: [
      ...top,
      container([
        textBlock(heading),
        ...entries.map((entry) => textBlock(entryText(entry, roomOfEntry))),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

/** Never cut within a link: what does not fit is said without. */
function entryText({ title, url, fate }: PreviewedArticle, room: number): string {
  const short = cutText(oneLine(title), titleLimit) || '…';
  return firstFitting(
    room,
    () => `${linkTo(short, url)}\n-# ${fate}`,
    () => `${linkTo(short, undefined)}\n-# ${fate}`,
    () => linkTo(cutText(short, Math.max(1, Math.floor(room / 2))), undefined),
  );
}
