// What is written for machines and comes as XML, as a page may come, too: feeds, lists of feeds, sitemaps.

/** By its first element. */
const machineElement =
  /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)[\s>]/i;
/** Characters within which the first element stands. */
const prologueLength = 2_000;

export function isForMachines(text: string): boolean {
  return machineElement.test(text.slice(0, prologueLength));
}
