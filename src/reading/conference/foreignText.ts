// Whether a text is in another language than English, whose dates and words are not read: rather no announcement than a wrong one.

import { detectLanguage } from '../detectLanguage.ts';

/** Months as the neighbours of English write them, beside a day. */
const foreignDate =
  /\d{1,2}(?:\.|er|º|°)? {0,2}(?:de |do |d[’'])?(?:januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus)(?!\p{L})/iu;

export function isForeign(text: string): boolean {
  const language = detectLanguage(text);
  return (language !== undefined && language !== 'en') || (language !== 'en' && foreignDate.test(text));
}
