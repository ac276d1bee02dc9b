// An article that is written in German: of what kind it is, as far as its title tells, and the question that it asks itself.

import type { ArticleKind } from './articleKind.ts';
import { findAuthorQuestion } from './authorQuestion.ts';
import { countWords, cutAt } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';
import { plainTitle } from './titlePhrase.ts';

const titleLength = 300;

const event =
  '(?:tagung|jahrestagung|fachtagung|konferenz|workshop|vortrag|vortragsreihe|ringvorlesung|symposium|kolloquium|webinar|podiumsdiskussion|podiumsgespräch|mitgliederversammlung|sommerschule|stammtisch)(?!\\p{L})';
const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';
const body = '(?:vorstand|präsidium|beirat)';

const sign = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');

/** In this order. Rather none than a wrong one: an essay has many a title with such a word in it. */
const signs: readonly (readonly [ArticleKind, RegExp])[] = [
  [
    'cancelled',
    sign(
      '^(?:abgesagt|absage|entfällt|fällt aus)(?:\\s*[:!–-]|$)',
      '[([](?:abgesagt|entfällt|fällt aus)[)\\]]',
      `${event}.* (?:abgesagt|entfällt|fällt aus)[.!]?$`,
    ),
  ],
  ['memory', /(?<!\p{L})(?:nachruf|gedenken an|in erinnerung an|trauer[nt]? um|verstorben)(?!\p{L})/iu],
  [
    'minutes',
    sign(
      '(?:sitzungs|versammlungs|ergebnis)protokolle?(?!\\p{L})',
      '(?<![\\p{L}-])protokolle? (?:(?:der|des|zur|zum|vom|von der) )?(?:[\\p{L}\\d.]+ )?\\p{L}*(?:versammlung|sitzung|tagung|konferenz|treffens?)(?!\\p{L})',
      '(?<!\\p{L})(?:tagungs|jahres|tätigkeits)bericht(?!\\p{L})|jahresrückblick',
      `^(?:rückblick|rückschau|nachlese|bericht)(?: \\d{4}$|:| (?:auf|zu|zur|zum|von|vom|über) .*${event})`,
    ),
  ],
  [
    'elected',
    sign(
      `(?<!\\p{L})${body}(?: neu)? gewählt(?!\\p{L})`,
      `(?<!\\p{L})ergebnis(?:se)? der ${body}s?wahl`,
      '(?<!\\p{L})neuer vorstand(?! (?:gesucht|nötig))(?!\\p{L})',
    ),
  ],
  ['candidates', /(?<!\p{L})(?:kandidaturen|kandidierende|vorstandswahl)/iu],
  [
    'vacancy',
    sign(
      '\\((?:[mwdx]\\s*[/|]\\s*){2}[mwdx]\\)',
      '(?<!\\p{L})(?:stellenausschreibung|stellenangebot|stellenanzeige|(?:doktorand(?:en|innen)|promotions)stelle|praktikumsplatz)',
      '(?<!\\p{L})(?:gesucht:|wir suchen) .*(?:hilfskraft|hilfskräfte|mitarbeit|praktikant|autor|redakteur)',
    ),
  ],
  [
    'call',
    sign(
      '(?<!\\p{L})calls? for \\p{L}+',
      '(?<!\\p{L})aufruf(?:$|:| zu[rm]? (?:einreichung|teilnahme|mitarbeit|mitwirkung|beteiligung|bewerbung))',
      '(?<!\\p{L})ausschreibung(?:$|:| (?:de[rs] )?\\p{L}*(?:preis(?:es)?|stipendi(?:um|ums|en))(?!\\p{L}))',
      '(?<!\\p{L})(?:einreichungsfrist|bewerbungsfrist|bewerbt euch|jetzt bewerben)',
    ),
  ],
  [
    'interview',
    /^interview(?:$|:| \|)|(?<!\p{L})(?:interview mit|im interview|im gespräch mit)(?!\p{L})|im gespräch:/iu,
  ],
  [
    'issue',
    sign(
      `newsletter(?=\\s*(?:$|[:|#–]|nr\\.?|\\d|im |(?:${months})))`,
      '(?<!\\p{L})(?:rundbrief|rundschreiben|mitteilungsblatt|(?:ausgabe|heft) \\d)',
    ),
  ],
  [
    'award',
    /(?<!\p{L})preisverleihung(?!\p{L})|(?<!\p{L})(?:mit|für) .+ (?:ausgezeichnet|geehrt)[.!]?$|^auszeichnung für /iu,
  ],
  ['review', /(?<!\p{L})(?:rezension|buchbesprechung)(?!\p{L})/iu],
  ['guide', /(?<!\p{L})(?:leitfaden|tipps (?:für|zum|zur)|so gelingt)(?!\p{L})/iu],
  ['opinion', /^(?:kommentar|meinung|gastbeitrag|leitartikel|standpunkt)\s*[:|–]/iu],
  [
    'event',
    sign(
      `^(?:\\d+\\. )?${event}(?=$|\\s*[:|„"–]|\\s+(?:am|vom|zu|zur|zum|über|\\d))`,
      `(?<!\\p{L})einladung zu[rm]? (?:[\\p{L}\\d.]+ )?(?:\\p{L}*-)?${event}`,
      `(?<!\\p{L})${event}.*(?:\\d{1,2}\\.\\s?\\d{1,2}\\.|\\d{1,2}\\. (?:${months}))`,
    ),
  ],
];

/** Undefined where the title does not tell. */
export function findGermanKind(title: string): ArticleKind | undefined {
  const looked = cutAt(title, titleLength);
  return signs.find(([, fits]) => fits.test(looked))?.[0];
}

/** Asks what is so, offers something, or leans on what stands before it. */
const isNoQuestion =
  /^(?:und|aber|oder|doch|also|denn|wann|wo|wer (?:ist|war|sind|waren)|wie (?:viele?|alt|hoch|lange|heißt)|interesse|lust|neugierig|fragen)(?!\p{L})|(?<!\p{L})(?:dies|dieser|diese|dieses|diesem|diesen|ihn|ihm|dazu|davon|darüber|daran|dabei|dafür|dagegen|damit|hier|anmelden|anmeldung|abonnier\p{L}*|newsletter|mitmachen)(?!\p{L})/iu;

/** "das" by itself, and not before a noun; "es" that stands for something. */
const pointsBack =
  /(?<!\p{L})[Dd]as(?!\s+(?:\p{Ll}+e[nrms]?\s+)?\p{Lu})(?!\p{L})|(?<!\p{L})(?<!(?:gibt|braucht|lohnt|gelingt|kommt|geht) )[Ee]s(?!\p{L})/u;

/** Its last sentence, else its title, where that asks for an opinion and can be understood alone. */
export function findGermanQuestions(article: ReadArticle): readonly string[] {
  const title = plainTitle(cutAt(article.title, titleLength));
  const asksByTitle = countWords(title) > 2 && /^[^?!…“”„"]{8,}[^?!\s]\?$/u.test(title);
  return [findAuthorQuestion(article.text), asksByTitle ? title : undefined].filter(
    (question) => question !== undefined && !isNoQuestion.test(question) && !pointsBack.test(question),
  ) as string[];
}
