// The language of a text, from its script or its commonest words: enough to know whether a sentence pattern may be used.

/** Characters looked at; more would not change the answer. */
const sampleLength = 4000;

/** The best language must have this many hits, this share of the words, and this lead over the second. */
const certainty = { hits: 3, share: 0.12, lead: 1.3 };

export type DetectedLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'ru' | 'zh' | 'ja' | 'ar';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const stopWords: readonly (readonly [DetectedLanguage, ReadonlySet<string>])[] = [
  [
    'en',
    words(
      'the of and to in is that for it was on are as with this by at from have not but which their has were they been an be or its',
    ),
  ],
  [
    'de',
    words(
      'der die das und ist nicht ein eine von mit für auf den des dem sich auch im zu es als wird sind wie bei nach über zur zum einer',
    ),
  ],
  [
    'fr',
    words(
      'le la les des et est une dans que pour qui sur pas du au avec ce il par plus sont aux ne en un se cette mais ont leur',
    ),
  ],
  [
    'es',
    words(
      'el la los las de y que en es por una un para con del se al lo como más no sus pero su son este esta ha entre',
    ),
  ],
  [
    'it',
    words(
      'il di che la e per una un del della è non con sono nel le dei gli alla da si al più anche come questo delle ha lo nella',
    ),
  ],
  [
    'pt',
    words('o os as de que e do da em um uma para com não por mais dos das ao se na no é foi como mas à são pela pelo'),
  ],
  [
    'nl',
    words(
      'de het een en van in is dat op te voor met niet zijn aan er ook om bij maar door worden naar wordt uit heeft over deze',
    ),
  ],
];

/** ISO 639-1 code; undefined when unsure, as for a text of a few words. */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const sample = text.slice(0, sampleLength).toLowerCase();
  return findByScript(sample) ?? findByWords(sample);
}

function findByScript(sample: string): DetectedLanguage | undefined {
  if (!/[\u0370-\u1fff\u2e80-\u{3ffff}]/u.test(sample)) return undefined;
  const letters = count(sample, /\p{L}/gu);
  if (letters < 4) return undefined;
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  if (kana > letters * 0.1) return 'ja';
  if (han > letters * 0.4) return 'zh';
  if (count(sample, /\p{Script=Arabic}/gu) > letters * 0.5) return /[پچژگکی]/u.test(sample) ? undefined : 'ar';
  if (count(sample, /\p{Script=Cyrillic}/gu) > letters * 0.5) return /[іїєґўђјљњћџ]/u.test(sample) ? undefined : 'ru';
  return undefined;
}

function findByWords(sample: string): DetectedLanguage | undefined {
  const found = sample.match(/\p{L}+/gu) ?? [];
  const scores = stopWords
    .map(([language, list]) => ({ language, hits: found.filter((word) => list.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, second] = scores;
  if (best === undefined || second === undefined) return undefined;
  if (best.hits < certainty.hits || best.hits < found.length * certainty.share) return undefined;
  return best.hits >= second.hits * certainty.lead ? best.language : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
