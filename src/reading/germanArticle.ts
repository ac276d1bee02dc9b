// An article that is written in German: of what kind it is, as far as its title tells, and the question that it asks itself.

import type { ArticleKind } from './articleKind.ts';
import { findAuthorQuestion } from './authorQuestion.ts';
import { countWords, cutAt } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';
import { plainTitle } from './titlePhrase.ts';

const titleLength = 300;

/** In this order. */
const signs: readonly (readonly [ArticleKind, RegExp])[] = [
  ['cancelled', /(?<!\p{L})(?:abgesagt|entfällt|fällt aus)(?!\p{L})/iu],
  ['memory', /(?<!\p{L})(?:nachruf|gedenken an|in erinnerung an|trauert? um|verstorben)(?!\p{L})/iu],
  [
    'minutes',
    /protokoll(?!\p{Ll}{3})|(?<!\p{L})(?:rückblick|rückschau|nachlese|(?:tagungs|jahres|reise|tätigkeits)bericht|bericht (?:von|über) )/iu,
  ],
  ['elected', /(?<!\p{L})(?:vorstand|präsidium|beirat)(?: neu)? gewählt|wahlergebnis|(?<!\p{L})neuer vorstand/iu],
  ['candidates', /(?<!\p{L})(?:kandidat|kandidiert|vorstandswahl)/iu],
  ['call', /(?<!\p{L})(?:calls? for|aufruf|ausschreibung|einreichung|bewerbungsfrist|bewerbt euch|jetzt bewerben)/iu],
  [
    'vacancy',
    /(?<!\p{L})(?:wir suchen|stellenausschreibung|stellenangebot|stelle(?: als| im| in| zu)|praktikum|praktika|doktorandenstelle|hilfskraft)|gesucht(?!\p{L})/iu,
  ],
  ['interview', /interview(?!\p{L})|(?<!\p{L})im gespräch(?: mit|:)/iu],
  ['issue', /(?<!\p{L})(?:newsletter|rundbrief|rundschreiben|mitteilungsblatt|(?:ausgabe|heft) \d)/iu],
  ['award', /preisverleihung|preisträger|(?<!\p{L})(?:auszeichnung|ausgezeichnet|geehrt)/iu],
  ['review', /(?<!\p{L})(?:rezension|buchbesprechung)/iu],
  ['guide', /(?<!\p{L})(?:anleitung|leitfaden|ratgeber|tipps (?:für|zum|zur)|so gelingt)/iu],
  ['opinion', /^(?:kommentar|meinung|gastbeitrag|leitartikel|standpunkt)(?!\p{L})/iu],
  [
    'event',
    /(?<!\p{L})(?:einladung|tagung|jahrestagung|konferenz|workshop|vortrag|vortragsreihe|ringvorlesung|symposium|kolloquium|webinar|podiumsdiskussion|podiumsgespräch|mitgliederversammlung|sommerschule|stammtisch)(?!\p{L})/iu,
  ],
];

/** Undefined where the title does not tell. */
export function findGermanKind(title: string): ArticleKind | undefined {
  const looked = cutAt(title, titleLength);
  return signs.find(([, sign]) => sign.test(looked))?.[0];
}

/** Asks what is so, offers something, or leans on what stands before it. */
const isNoQuestion =
  /^(?:und|aber|oder|doch|also|denn|wann|wo|wer (?:ist|war|sind|waren)|wie (?:viele?|alt|hoch|lange|heißt)|interesse|lust|neugierig|fragen)(?!\p{L})|(?<!\p{L})(?:das|dies|dieser|diese|dieses|diesem|diesen|es|ihn|ihm|dazu|davon|darüber|daran|dabei|dafür|dagegen|damit|hier|anmelden|anmeldung|abonnier\p{L}*|newsletter|mitmachen)(?!\p{L})/iu;

/** Its last sentence, else its title, where that asks for an opinion and can be understood alone. */
export function findGermanQuestions(article: ReadArticle): readonly string[] {
  const title = plainTitle(cutAt(article.title, titleLength));
  const asksByTitle = countWords(title) > 2 && /^[^?!…“”„"]{8,}[^?!\s]\?$/u.test(title);
  return [findAuthorQuestion(article.text), asksByTitle ? title : undefined].filter(
    (question) => question !== undefined && !isNoQuestion.test(question),
  ) as string[];
}
