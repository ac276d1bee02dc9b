// "Summarise article" in the menu of a message: of the article that a card brings, or that a member's message links to.

import { type Article, inBrief } from '../src/domain/article.ts';
import { Refusal } from '../src/domain/errors.ts';
import { parseCustomId } from '../src/kit/customId.ts';
import { type AskedOfMessage, defineMessageMenu } from '../src/kit/defineCommand.ts';
import { reply } from '../src/kit/result.ts';
import { articleList } from '../src/views/articleList.ts';
import { entriesPerPage } from '../src/views/blocks.ts';
import { findNamedArticle } from './parts/findArticle.ts';
import { scopeOf } from './parts/scopeOf.ts';
import { type SummarisingPorts, summaryOf } from './parts/summaryOf.ts';

/** Links of a message that are looked up. */
const linksTried = 25;

export const summariseArticle = defineMessageMenu({
  name: 'summariseArticle',
  access: 'members',
  visibility: 'private',
  async run(input, ports: SummarisingPorts) {
    const [first, ...others] = await listArticlesOf(input, ports);
    if (!first) throw new Refusal('noArticleLinked', { command: input.mention('articles search') });
    if (others.length === 0) return reply(await summaryOf(first, 'standard', input, ports));
    return reply(
      articleList({
        heading: input.say('list.linked'),
        entries: [first, ...others].slice(0, entriesPerPage).map((article) => ({ article: inBrief(article) })),
        paging: { page: 0, pageCount: 1, toPage: () => '' },
        say: input.say,
      }),
    );
  },
});

/** What a card or a question of the bot is about, else the known articles among the links, each once. */
async function listArticlesOf(input: AskedOfMessage, ports: SummarisingPorts): Promise<Article[]> {
  const { message } = input;
  const subject = message.isOwn ? message.customIds.map(parseCustomId).find(isAboutArticle) : undefined;
  const named = subject && (await findNamedArticle(subject.id, input, ports));
  if (named) return [named];
  const found = new Map<number, Article>();
  for (const link of message.links.slice(0, linksTried)) {
    const article = await ports.articles.findByUrl(link, scopeOf(input));
    if (article) found.set(article.id, article);
  }
  return [...found.values()];
}

function isAboutArticle(id: ReturnType<typeof parseCustomId>): boolean {
  return id?.command === 'articles' && ['summary', 'longer', 'share'].includes(id.action);
}
