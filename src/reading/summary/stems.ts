// Words by their stems, so that "economies grew" and "the economy grows" share something.

import { stem } from '../../kit/stem.ts';

const functionWords = new Set(
  (
    'a an the and or but nor so yet if then than as at by for from in into of off on onto out over to up with without about after ' +
    'before between during through under again against because until while where when why how what which who whom whose that this ' +
    'these those i me my mine we us our ours you your yours he him his she her hers it its they them their theirs be am is are was ' +
    'were been being have has had having do does did doing will would shall should can could may might must not no all any both ' +
    'each few more most other some such only own same too very just also there here now once s t don re ve ll d m one two said ' +
    'says say told according mr mrs ms dr'
  ).split(' '),
);

/** Words in lower case; each Chinese or Japanese character is one of its own. */
export function listWords(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Han}|\p{Script=Hiragana}|[\p{L}\p{N}]+/gu) ?? [];
}

/** What the words of a sentence are about: stems without function words, in their order. */
export function listStems(words: readonly string[], isEnglish: boolean): string[] {
  return words.filter((word) => !functionWords.has(word)).map((word) => (isEnglish ? stemOf(word) : word));
}

function stemOf(word: string): string {
  return word.length < 4 || word.length > 30 ? word : stem(word);
}
