// Whether some words are a clause: whether there is a verb in them that says what somebody does, did or is.

const verb =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|says?|said|told|gave|came|went|took|made|found|won|lost|began|became|got|left|fell|rose|hit|put|set|met|led|held|kept|saw|sent|shot|spoke|ran|broke|drove|flew|grew|knew|paid|quit|sold|spent|stood|struck|threw|wrote|bought|brought|built|caught|chose|drew|fought|felt|stole|thought|knows?|wants?|needs?|faces?|plans?|shows?|claims?|opens?|gets?|makes?|takes?|calls?|opened|closed|ended|died|lived|worked|happened|arrived|landed|served|retired|moved|agreed|increased|declined|dropped|jumped|climbed|soared|plunged|lasted|cost|costs|stands|reach(?:es)?|employs|owns|holds|earns|pays|spends|lives?|sells|starts?|begins?|remains?|features|keeps?|gives?|comes?|goes|works?|(?!named|based|called|accused|beloved|aged|armed|related|alleged|hundred|indeed|wounded|expected)\p{Ll}{3,}ed(?! (?:by|in|on|to)(?!\p{L})))(?!\p{L})|(?<!\p{L})\p{Ll}{3,}s (?:an?|the|his|her|its|their)(?!\p{L})/u;

/** The commonest verbs of news and any past tense in -ed; a participle before "by", "in", "on" or "to" is none. English. */
export function hasVerb(words: string): boolean {
  return verb.test(words);
}
