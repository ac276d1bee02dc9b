// Words whose full stop ends no sentence, for splitSentences. All without the stop, in lower case.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Stand before a name or a number: never the end of a sentence. */
export const prepositiveAbbreviations = words(
  'mr mrs ms mx dr prof profs hon rev fr msgr gen lt col maj capt cmdr adm sgt cpl brig gov sen rep reps sens pres amb ' +
    'supt det st mt ft fig figs eq eqs sec sect vol vols ch chap arts pp pg para paras ed eds cf viz vs v ca approx ' +
    'resp e.g i.e eg ie n° nr nos thm z.b d.h u.a bzw vgl ggf m mm mme mlle sra sres dott sig ing',
);

/** May end a sentence: they do when the next word is one that begins sentences. */
export const postpositiveAbbreviations = words(
  'inc co corp ltd llc plc bros jr sr etc al dept univ assn est ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec mon tue tues wed thu thurs fri sat sun ibid op cit esp incl excl min max avg cont trans repr misc gov ' +
    'ph.d m.a b.a m.sc b.sc d.c usw',
);

/** German words after an ordinal such as "5." */
export const afterOrdinal = words(
  'januar februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts',
);

/** Capitalised after an abbreviation, these begin a sentence. */
export const sentenceStarters = words(
  'the a an he she it they we i you this that these those there here but and or nor so yet in on at for from with by as to of ' +
    'how what who whom whose which when where why did does do is are was were has have had can could will would should may ' +
    'might its his her their our my your if however then still while after before although though because since once until ' +
    'unless also even only some many most more few all each every both neither no not now today later meanwhile moreover ' +
    'furthermore therefore thus hence instead indeed perhaps finally first second third another other others such despite ' +
    'during under over between among within without against about according let please one two three several',
);
