// What a conference is called and where its page is. Rather nothing than another one's.

import { isUrl } from '../../domain/isUrl.ts';

/** "Call for papers: X", "Save the date – X": the conference is X. */
const callPrefix =
  /^(?:\[cfp\]\s*|registration (?:is )?(?:now )?open for (?:the )?|(?:(?:first|second|third|final|last|1st|2nd|3rd) )?(?:call for (?:papers?|abstracts?|participation|contributions?|proposals?|submissions?)|cfp|save the date)(?: for| to)?(?:\s*[:|\]–—-]\s*|\s+)|(?:registration (?:is )?(?:now )?open|reminder|last call|updated?|announcement|invitation|deadline extended|extended deadline|deadline extension|new dates?|postponed|cancell?ed)\s*[:|\]–—-]\s*)/i;
/** "X cancelled", "X – programme online": what is told of X is not its name, by which it is known again. */
const newsSuffix =
  /(?:(?:\s*[:|–—([-])?\s*\b(?:(?:(?:has|have) been|is|are|was|will be) )?(?:now )?(?:cancell?ed|called off|postponed|rescheduled)|\s*[:|–—([-]\s*(?:registration (?:is )?(?:now )?open|(?:(?:first|second|third|final|last|1st|2nd|3rd) )?(?:call for \p{L}+|cfp)|(?:(?:submission|paper) )?deadline (?:extended|extension)|extended deadline|(?:(?:final|full|preliminary) )?(?:programme?|schedule|agenda)(?: (?:is )?(?:now )?(?:online|available|published|out))?|save the date|reminder|last call|updated?|new dates?|change of date|dates? changed|moved(?: online)?)|\s+(?:has|have) been moved(?: online)?)[\])!.]*$/iu;
/** "The year that was cancelled" is a title. */
const isTorn = /\b(?:the|an?|of|and|or|that|which|who|we|to|for|in|on|has|have|been|is|was)$/i;
const onlyCall = /^[\W\d]*(?:call for \w+|cfp|save the date|announcement)[\W\d]*$/i;
const longestTitle = 120;
const isSentence = /[.!?:]$|[.!?;] +\p{Lu}|\b(?:is|are|was|will|has|have|takes|invites?|announces?)\b/u;
const trailingDate = /,? (?:on )?[\d\s–-]{0,9}(?:\p{Lu}\p{Ll}{2,8}\.? ?)?[\d\s,–-]{2,14}$/u;

/** Unset: the post's own title is as good. @param title of the post, empty where it has none */
export function findTitle(title: string, text: string): string | undefined {
  const own = title.trim();
  const bare = own.replace(callPrefix, '').replace(newsSuffix, '').trim();
  if (own !== '') return bare !== own && bare.length >= 8 && !isTorn.test(bare) ? bare : undefined;
  const lines = text
    .slice(0, 1_000)
    .split('\n')
    .map((line) => line.trim());
  const first = lines.find((line) => /\p{L}{3}/u.test(line) && !onlyCall.test(line));
  const name = first?.replace(callPrefix, '').replace(newsSuffix, '').replace(trailingDate, '').trim();
  const isName = name !== undefined && name.length >= 8 && name.length <= longestTitle && !isSentence.test(name);
  return isName ? name : undefined;
}

/** What a post is about, however it begins: its title, else its first line. */
export function firstLine(title: string, text: string): string {
  if (title.trim() !== '') return title;
  return text.slice(0, 300).trim().split('\n')[0] ?? '';
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]{}|\\^`,]{3,300}/gi;
/** Words before the address of the conference's own page. */
const ownPage =
  /\b(?:(?:conference|workshop|event|meeting|symposium|school)(?:'s)? (?:page|site)|web[ -]?site|web[ -]?page|home[ -]?page|url|(?:more|further|full) (?:details|information|info)|visit(?: us)?)\b[^\n.]{0,40}$/i;
const otherSites =
  /^https?:\/\/(?:[\w-]+\.)*(?:easychair|edas|openreview|softconf|cmt3?\.research\.microsoft|zoom|google|microsoft|youtu(?:be)?|twitter|x|facebook|linkedin|eventbrite|slack|github|springer|acm|ieee|computer|iospress|elsevier|doi|wikicfp)\.(?:org|com|info|net|us|be|de|nl)(?:[/:]|$)/i;
const otherPages = /author|instruct|format|guideline|submi|template|style|regist|hotel|lncs|journal/i;
/** Characters; an address below is of somebody else, unless words say whose. */
const headLength = 900;
const searched = 6_000;

/** Absolute http(s). */
export function findUrl(text: string): string | undefined {
  const found = [...text.slice(0, searched).matchAll(address)].map((match) => {
    const said = match[0].replace(/[.;:!?*_~]+$/, '');
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const isAlone =
      /(?:^|\n)[ \t]*$/.test(before) && /^\W*(?:\n|$)/.test(text.slice(match.index + match[0].length).slice(0, 8));
    return {
      url: /^www/i.test(said) ? `http://${said}` : said,
      isOwn: ownPage.test(before) || (isAlone && match.index < headLength),
    };
  });
  return found.find(({ url, isOwn }) => isOwn && isUrl(url) && !otherSites.test(url) && !leadsElsewhere(url))?.url;
}

function leadsElsewhere(url: string): boolean {
  return otherPages.test(new URL(url).pathname);
}
