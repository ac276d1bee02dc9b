// The words by which organisers say what a date is for. English.

import type { MilestoneKind } from '../../domain/conference.ts';

/** What the words around a date say of it; `nothing`: a date of no interest, e.g. when submission opens. */
export type Cue = MilestoneKind | 'event' | 'nothing';

/** The first that fits decides. */
const signs: readonly (readonly [Cue, RegExp])[] = [
  [
    'notification',
    /\bnotif\w*|\b(?:author|acceptance|accept\/reject|decision)s?\b.{0,25}\b(?:informed|told|announce\w*|mailed|sent|letter|made|date)\b|\bacceptance (?:date|deadline|of papers)\b|\bdecisions?\b.{0,20}(?::|by\b|due\b)|\bacceptances?:|\b(?:reviews?|review results?|reviewers?'? comments?|results?)\b.{0,25}\b(?:due|returned|sent|back|announced|available|to authors)\b|\b(?:accepted|selected) (?:papers?|authors?)\b.{0,12}\bannounced\b|\bacceptance\b[^.]{0,12}$/i,
  ],
  [
    'camera-ready',
    /\bcamera[- ]{0,3}(?:ready|copy)|\bcrc\b|\bfinal[- ]+(?:\w+[- ]+){0,3}(?:versions?|papers?|manuscripts?|cop(?:y|ies)|submissions?|drafts?|texts?|files?|format|ms|abstracts?|articles?)\b|\bfinal\b.{0,20}\b(?:due|deadline)\b|\brevised?\b.{0,20}\b(?:versions?|papers?|manuscripts?|submissions?)\b|\b(?:print|publication|proceedings)[- ](?:ready|version)|\bready[- ]?to[- ]?print|\bfull[- ]?versions? of accepted|\bpublication files\b/i,
  ],
  [
    'nothing',
    /\b(?:submissions?|registration|applications?|system|site|portal|voting|nominations?|call for \w+)\b.{0,30}\b(?:opens?(?! source)|opened|opening|available from|begins?|starts?|will open|is open from)\b|\bopen(?:s|ing)? (?:of|for|date)\b|\b(?:opens?|available) (?:on|from)\b|\bavailable online\b|\bbeginning on\b|\blast (?:updated|modified|change)|\bupdated?:|\bposted\b|\bissued?\b.{0,20}\b(?:date|on)\b|\bcall for papers? (?:issued|distribut|announc|out)|\b(?:distribution|release) of (?:the )?call|\bcopyright\b|©/i,
  ],
  [
    'early-bird',
    /\bearly[- ]?(?:bird|registration|reg\b)|\badvance[d]?[- ]registration|\breduced (?:fee|registration)|\bregistration at reduced/i,
  ],
  [
    'submission',
    /\b(?:submission|submit|deadline|due)\b.{0,30}\bextended abstracts?\b|\bextended abstracts?\b.{0,20}\b(?:submission|deadline|due)\b/i,
  ],
  [
    'abstract',
    /\b(?:abstracts?|titles?|summary|inten[ts]i?o?n?s?|declaration of|expressions? of interest|paper registration|registration of papers?|pre-?registration of)\b.{0,40}\b(?:submission|submit|submitted|due|deadline|registration|registered|by|to)\b|\b(?:submission|submit|deadline|registration|receipt|due)\b.{0,30}\b(?:abstracts?|titles?|summar(?:y|ies)|intent)\b|^[\s\W]*(?:\w+ )?abstracts?\b[^.]{0,20}[:\s]*$|\babstracts?:/i,
  ],
  [
    'other',
    /\b(?:workshops?|tutorials?|posters?|demos?|demonstrations?|panels?|special[- ]sessions?|exhibits?|exhibition|exhibitors?|competitions?|doctoral|phd|student|industry|industrial|birds|late[- ]breaking|short talks?|work[- ]in[- ]progress|wip|keynote|sponsor\w*|travel|grants?|scholarships?|hotel|visa|book(?:ing)? |rooms?|accommodation|nominat\w*|bids?|rebuttal\w*|author response|response|proposals?(?! or))\b.{0,60}\b(?:proposals?|submissions?|submit\w*|deadlines?|due|applications?|contributions?|papers?|abstracts?|by|until|closes?|period|phase)\b|\b(?:deadline|submission|due|proposals?)\b.{0,30}\b(?:for|of|on)\b.{0,15}\b(?:workshops?|tutorials?|posters?|demos?|demonstrations?|panels?|special[- ]sessions?|exhibit\w*|competitions?|doctoral|student|industrial|late[- ]breaking|hotel|proposals?)\b|\brebuttal|\bauthor (?:response|feedback)|^[\s\W]*(?:tutorials?|posters?|demos?|panels?|special sessions?)(?: (?:proposals?|abstracts?))?[\s:.-]*$/i,
  ],
  [
    'registration',
    /\bregistration of (?:at least )?(?:(?:one|an?|the|each) )?(?:co-?|presenting )?authors?\b|\b(?:registration|register|registrations)\b.{0,50}\b(?:deadline|due|by|until|before|closes?|ends?|closing|end)\b|\b(?:deadline|last day|closing date|last date)\b.{0,30}\b(?:registration|register|registering)\b|^[\s\W]*(?:author |late |regular |participant |on-?line |standard )?registration\b[^.]{0,12}$|\bregistration[^.:]{0,30}:/i,
  ],
  [
    'submission',
    /\b(?:submissions?|submit|submitted|submitting|deadline|deadlines|due|received|receipt|closing date|contributions?|manuscripts?|full[- ]papers?|papers?|drafts?|extended to|cfp|proposals?|applications?|apply|closes?)\b/i,
  ],
];

const event =
  /\b(?:held|tak(?:e|es|ing) place|took place|conference dates?|event dates?|workshop dates?|main conference|conference(?: (?:begins?|starts?|opens?|ends?|sessions?|program\w*))?|workshops?|symposium|congress|meeting|seminar|webinar|school|hackathon|forum|colloquium|summit|lecture|talk|call|will be on|happening|dates?|when|event|days?|from|gather\w*|host\w*|join us|session)\b/i;

/** What a label says; undefined where it says nothing. */
export function findDeadlineCue(label: string): Exclude<Cue, 'event'> | undefined {
  return signs.find(([, sign]) => sign.test(label))?.[0] as Exclude<Cue, 'event'> | undefined;
}

export function hasEventCue(words: string): boolean {
  return event.test(words);
}

/** The event takes place: nothing else is meant. */
const happens =
  /\b(?:(?:will|to|shall) be (?:held|hosted|organi[sz]ed|hosting)|(?:will|to) (?:take|be taking) place|takes place|is (?:being )?(?:held|hosted|scheduled|planned)|held (?:on|in|at|from|during|as|virtually|online)|taking place|conference dates?|event dates?|dates? of (?:the )?(?:conference|workshop|event|meeting|symposium)|(?:conference|workshop|symposium|meeting|main event|event)(?: dates?)?:|(?:conference|workshop|symposium|school)(?: starts?| begins?| opens?)|when:|join us|will (?:be able to )?(?:hold|host)|go(?:es|ing)? ahead|(?:is|are|will be) (?:on|from)|next (?:\w+ ){0,3}(?:call|meeting|workshop|seminar|conference|forum|event|talk) (?:is|will)\b)/i;

export function saysItHappens(words: string): boolean {
  return happens.test(words);
}

/** What a sentence says last before its date; a verb after it takes the date to something else. */
const happensLast =
  /\b(?:held|tak(?:e|es|ing) place|(?:is|are|be|being) hosted|meets|convenes)\b(?![^.;]*\b(?:is|are|was|were|will|must|should|can|due|deadline|submi\w+|until|before|by|regist\w+|closes?)\b)[^.;]*$/i;

/** "We invite papers for the conference, which takes place from": whatever else is said, the date is the event's. @param lead of the sentence, up to the date */
export function endsWithItsHappening(lead: string): boolean {
  return happensLast.test(lead);
}

const due =
  /\b(?:by|until|till|before|due|deadlines?|latest|clos(?:es?|ing)|expires?|exten\w+|ends?|received?|receipt|dates?)\b|:/i;
const asks = /\b(?:invit\w+|accept(?:s|ing)|welcom\w+|seek\w*|solicit\w*|open|apply|send|join|encourag\w+|call\w*)\b/i;

/** "We invite papers for the meeting of 12 June": a sentence that asks for something names a day on which it is due, or another. */
export function asksWithoutDue(label: string): boolean {
  return asks.test(label) && !due.test(label);
}

/** Another year's, or what is over. */
const past =
  /\b(?:was|were|has been|have been|had been) (?:\w+ ){0,2}(?:held|organi[sz]ed|hosted|published|founded|attended)|\btook place\b|\b(?:previous|past|earlier|last|former|first held) (?:\w+ ){0,2}(?:editions?|conferences?|workshops?|meetings?|events?|years?|were|was)\b|\bsince\b|\bheld in \d{4}\b|\bfollow(?:s|ing) the success|\bborn\b|\bprevious\b|\bpublished\b|\bjournal\b|\bspecial issue\b|\bvol(?:ume|\.)/i;

export function saysItIsPast(words: string): boolean {
  return past.test(words);
}

const besideThen =
  /\b(?:co-?located|collocated|in conjunction|jointly|alongside|back[- ]to[- ]back|together) with\b[^.;]{0,120}$|\bpart of\b[^.;]{0,120}\b(?:which|that|takes?|taking|held)\b[^.;]{0,40}$|\b(?:(?:precedes?|preceding|follow(?:s|ing)|before|after)) (?:the )?\p{Lu}[^.;]{0,100}$/iu;

/** The date belongs to the event that is named beside. @param lead of the sentence, up to the date */
export function isOfAnother(lead: string): boolean {
  return besideThen.test(lead);
}

/** Somebody else's event nearby. */
const beside =
  /\b(?:co-?located|colocated|collocated|in conjunction|conjunction with|jointly with|affiliated|satellite|alongside|back[- ]to[- ]back|held (?:together )?with|part of|adjacent|immediately (?:before|after|following|preced\w+)|right (?:before|after)|followed by|preceded by|just (?:before|after)|tutorials?|excursion|reception|banquet|pre-?conference|post-?conference)\b/i;

export function isBeside(words: string): boolean {
  return beside.test(words);
}

/** A deadline that was moved, with the date it had. */
const extension =
  /\bexten(?:ded(?! (?:abstracts?|versions?|papers?|summar))|sion)\b|\bnew (?:deadline|date|submission)|\bpostponed\b|\bmoved to\b|\bupdated\b|\bupdate:|\bnow:?\b|\brevised deadline/i;

export function saysItWasMoved(words: string): boolean {
  return extension.test(words);
}

/** "…, planned for 14 June, has been moved to 20 September": which of two days counts now. */
const movedTo =
  /\b(?:postponed|moved|rescheduled|shifted|changed|delayed|deferred)(?: from)?\b[^.]{0,40}\b(?:to|until|for)(?: the)?(?: \w+day,?)?\s*$|\bnew dates?\b[^.]{0,40}$|\bwill now (?:be held|take place|run|start|meet)\b[^.]{0,60}$|\bnow (?:takes place|taking place|scheduled (?:for|on))\b[^.]{0,40}$/i;
const movedFrom =
  /\b(?:originally|previously|initially|formerly)\b[^.]{0,60}$|\b(?:instead of|rather than|was to (?:be|take)|(?:was|were|had been) (?:planned|scheduled)|(?:moved|postponed|rescheduled|shifted|changed) from)\b[^.]{0,40}$/i;

/** @param lead of the sentence, up to the date */
export function saysItIsTheNewDay(lead: string): boolean {
  return movedTo.test(lead);
}

export function saysItIsTheOldDay(lead: string, sentence: string): boolean {
  if (movedTo.test(lead)) return false;
  const wasPlanned = /\b(?:planned|scheduled|announced)\b[^.]{0,40}$/i.test(lead);
  return movedFrom.test(lead) || (wasPlanned && /\b(?:postponed|rescheduled|moved to)\b/i.test(sentence));
}

export function isPostponed(words: string): boolean {
  return /\b(?:postponed|rescheduled|new dates?)\b|\b(?:conference|workshop|meeting|event|symposium|school)\b[^.]{0,60}\b(?:has been|was|is|had to be|been) (?:moved|shifted)\b|\bwill now (?:be held|take place)\b/i.test(
    words,
  );
}
