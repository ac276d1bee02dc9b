// Whether a text calls for papers, and which of its sentences tell how they are to be sent. English.

import { hasVerb } from './finiteVerb.ts';
import { squeeze } from './plainText.ts';

/** Characters of a text that are looked at, and at its beginning. */
const evidenceLength = 6000;
const openingLength = 800;

/** At which papers are given, or in which they appear. */
const scholarly =
  /\b(?:conferences?|congress|symposium|symposia|workshops?|colloquium|(?:summer|winter|spring|autumn|doctoral) school|consortium|special (?:issue|session|track)|(?:annual|\p{L}+th) meeting of)\b/iu;
/** The name of a scholarly conference: scholars are invited to one, whatever else is said of it. */
const isName =
  /\b(?:international|european|asian|world|joint|ieee|acm|ifip)\b.{0,60}\b(?:conference|workshop|symposium|congress|colloquium)\b|\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b.{0,60}\b(?:conference|workshop|symposium|congress|colloquium) (?:on|of|for)\b/iu;
/** It tells of a meeting, or is no more than about one. */
const isAbout =
  /\b(?:minutes|report|recap|summary|highlights|update|results?|messages?|elections?|nominations?|learn(?:ed|t)|lessons|published|hires?|hired|opens|ends|wins?)\b|^how to\b/iu;
const isOver =
  /\b(?:took place|was held|(?:we|participants|members) (?:met|attended|discussed|heard|gathered)|(?:said|told) (?:on|in|that))\b/iu;

const calls =
  /\b(?:call(?:s|ing)? for (?:(?:research|full|short|extended|position|conference|workshop) )?(?:papers?|abstracts?|participation|contributions?|proposals?|submissions?|presentations?|posters?|chapters?)|cfp)\b/iu;
const invites =
  /\b(?:invites?|invited|welcomes?|solicits?|solicited|encourages?|encouraged|seeks?) (?:[^\s.]+ ){0,12}?(?:submissions?|papers?|contributions?|abstracts?|manuscripts?)\b|\b(?:papers?|contributions?|submissions?|authors|abstracts?|manuscripts?) (?:[^\s.]+ ){0,6}?(?:is|are) (?:kindly |cordially |hereby )?(?:invited|solicited|encouraged|requested)\b/iu;
const isDue =
  /\b(?:submission|paper|abstract|manuscript|contribution)s?\b[^.]{0,40}\b(?:due|deadlines?)\b|\bdeadlines?\b[^.]{0,40}\b(?:submission|paper|abstract|manuscript|contribution)s?\b|\bimportant dates\b|\bsubmit (?:your|a|an|their|papers?|abstracts?)\b/iu;

/** Of a conference or a journal, by its title or by how its text begins. */
export function isCallForPapers(title: string, text: string): boolean {
  const opening = squeeze(text.slice(0, openingLength));
  if (isAbout.test(title) || isOver.test(opening)) return false;
  if (calls.test(title) || isName.test(title)) return true;
  const isCalledAtOnce = calls.test(opening);
  if (!scholarly.test(title)) return isCalledAtOnce && scholarly.test(opening);
  const whole = squeeze(text.slice(0, evidenceLength));
  return isCalledAtOnce || (isDue.test(whole) && (invites.test(whole) || calls.test(whole)));
}

const instructs =
  /^[^\p{L}\p{N}"“‘'(]|^\p{N}{1,2}[.)] |^(?:please|kindly|submit|send|authors (?:are|must|should|may)|(?:all |the |each )?(?:full |accepted |final |selected |submitted |regular |short |initial |duplicate |electronic |late )*(?:papers?|manuscripts?|submissions?|abstracts?|proposals?|contributions?|posters?|presentations?) (?:must|should|will|may|can|are|is|need|appear))(?!\p{L})|(?<!\p{L})(?:submit\w* (?:your|via|through|using|electronically)|formatt?ing|templates?|page limit|\p{N} pages|latex|pdf|easychair|camera[- ]ready|(?:in|of) the proceedings|registration (?:fees?|is|form)|hotel (?:rooms?|reservations?)|slide decks?|e-?mailed? to|(?:accepted|submitted|selected) (?:full |regular |short )?papers|please (?:contact|visit|see|note|send)|invited to submit (?:an )?extended|indexed (?:in|by))(?!\p{L})|@|https?:|www\./iu;
/** Of the words of a list of people or of an address so many begin large. */
const namesShare = 0.6;

/** Whether a sentence of a call tells how papers are to be sent, or who sits on its committees, and not what it is on. */
export function isAdministrative(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  const large = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return instructs.test(sentence) || (large > words.length * namesShare && !hasVerb(sentence));
}
