// Where it is, as the words beside its date say it; nothing where that is not clear.

const country =
  'USA|U\\.S\\.A\\.?|US|UK|U\\.K\\.|United Kingdom|United States|England|Scotland|Wales|Ireland|Northern Ireland|France|Germany|Italy|Spain|Portugal|Netherlands|The Netherlands|Belgium|Luxembourg|Switzerland|Austria|Czech Republic|Czechia|Slovakia|Slovenia|Hungary|Poland|Romania|Bulgaria|Greece|Cyprus|Malta|Turkey|Croatia|Serbia|Bosnia and Herzegovina|Montenegro|North Macedonia|Albania|Estonia|Latvia|Lithuania|Finland|Sweden|Norway|Denmark|Iceland|Russia|Ukraine|Belarus|Georgia|Armenia|Azerbaijan|Kazakhstan|China|P\\. ?R\\. ?China|PR China|Hong Kong|Macau|Taiwan|Japan|Korea|South Korea|Republic of Korea|India|Pakistan|Bangladesh|Sri Lanka|Nepal|Thailand|Vietnam|Malaysia|Singapore|Indonesia|Philippines|Australia|New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Ecuador|Uruguay|Venezuela|Cuba|Costa Rica|Panama|Egypt|Morocco|Tunisia|Algeria|South Africa|Kenya|Nigeria|Ghana|Ethiopia|Tanzania|Uganda|Rwanda|Senegal|Israel|Jordan|Lebanon|Iran|Iraq|Saudi Arabia|Qatar|UAE|United Arab Emirates|Kuwait|Oman|Bahrain';
const capital = "\\p{Lu}[\\p{L}.'’-]*";
const town = `${capital}(?:[ ](?:de|da|do|del|la|le|of|am|an der|upon|sur|${capital})){0,4}`;
const withCountry = new RegExp(`(${town}(?:,[ ]{0,2}${town})?),[ ]{0,2}(${country})(?![\\p{L}])`, 'u');
const online =
  /\b(?:held|takes? place|taking place|meet\w*|join\w*|run|virtual|online) (?:[\w,]+ ){0,6}(?:online|virtually|(?:via|on|over) zoom)\b|\b(?:online|virtual) (?:workshop|conference|event|meeting|seminar|forum|call)\b|\bwebinar\b|\((?:online|virtual)\)/i;

/** @param words of the line of the date and of the lines beside it, the nearest first */
export function findPlace(words: readonly string[]): string | undefined {
  for (const line of words) {
    const found = withCountry.exec(line.replace(/\s+/g, ' '));
    if (found) return `${found[1]}, ${found[2]}`.replace(/^(?:In|At|The|On)[ ](?=\p{Lu})/u, '');
  }
  return words.some((line) => online.test(line)) ? 'Online' : undefined;
}
