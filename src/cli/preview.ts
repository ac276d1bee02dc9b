// What the bot would make of an article: card, question, summary and conference, by its own reading and views. Nothing is written.

import { type Config, readTokenlessConfig } from '../config.ts';
import type { Article } from '../domain/article.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import type { GuildId } from '../domain/ids.ts';
import { defaultSettings } from '../domain/settings.ts';
import { composeCard } from '../jobs/composeCard.ts';
import { claimsOf } from '../jobs/readConferences.ts';
import { sayIn } from '../kit/translate.ts';
import { readArticle } from '../reading/readArticle.ts';
import { starterQuestions } from '../reading/starterQuestion.ts';
import { createReader } from '../sources/createReader.ts';
import { version } from '../version.ts';
import { articleSummary } from '../views/articleSummary.ts';
import { factsInWords } from '../views/conferenceDraft.ts';
import type { CommandAnswer, RunCommand } from './commandAnswer.ts';
import { plainMarkdown, plainMessage } from './plainMessage.ts';
import { findPreviewed } from './previewedArticle.ts';

/** As a server without choices of its own. */
const settings = defaultSettings('0' as GuildId);
const say = sayIn(settings.language);

export const preview: RunCommand = async ([typed = ''], progress) => {
  const url = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  progress.show(`reading ${url}`);
  return describePreview(await readPreviewed(url, readTokenlessConfig()));
};

async function readPreviewed(url: string, config: Pick<Config, 'fetchAllowHosts' | 'contact'>): Promise<Article> {
  const reader = createReader({ ...config, allowHosts: config.fetchAllowHosts, version });
  try {
    return await findPreviewed(url, reader, Date.now());
  } finally {
    await reader.close();
  }
}

export function describePreview(article: Article): CommandAnswer {
  const memberRoles = { mayManage: () => false };
  const card = plainMessage(composeCard({ article, settings, subscription: undefined, memberRoles }));
  const [question = '', ...others] = starterQuestions(article, settings);
  const read = readArticle(article, 'standard');
  const summary = plainMessage(articleSummary({ article, ...read, length: 'standard', say }));
  const claims = claimsOf(article, settings.timeZone);
  const text = [
    part('The card', card),
    part('Its discussion begins with', question),
    part('The summary', summary),
    part('Conferences', claims.length === 0 ? 'It announces none.' : claims.map(claimInWords).join('\n\n')),
  ].join('\n\n');
  const { title, url, sourceTitle: source, authors, publishedAt } = article;
  const facts = {
    ...{ title, url, source, authors },
    publishedAt: publishedAt === undefined ? undefined : new Date(publishedAt).toISOString(),
    ...{ card, question, otherQuestions: others },
    summary: { text: read.text, language: read.language, figures: read.figures },
    conferences: claims.map((claim) => ({
      ...claim.facts,
      needsConfirmation: claim.needsConfirmation,
      doubts: claim.doubts,
      quotes: claim.quotes,
    })),
  };
  return { text, facts };
}

function part(heading: string, text: string): string {
  return `== ${heading} ==\n${text}`;
}

/** With what it was read from, and what moderators would be asked. */
function claimInWords({ facts, quotes, doubts, needsConfirmation }: ConferenceClaim): string {
  return [
    plainMarkdown(factsInWords(facts, say)),
    ...[...new Set(Object.values(quotes))].map((quote) => `  “${quote.replace(/\s+/g, ' ').trim()}”`),
    ...(needsConfirmation ? ['Moderators would be asked first.'] : []),
    ...doubts.map((doubt) => `  ${say(`conferences.doubts.${doubt}`)}`),
  ].join('\n');
}
