// One thing in a body that Discord would refuse, and the two ways to find one: a text or a list of the wrong size, and whatever else
// is not as it must be.

export interface Fault {
  /** Where in the body, e.g. `components.0.components.1.content`. */
  readonly path: string;
  /** What Discord takes there. */
  readonly limit: string;
  /** What is there instead; a size or a kind, never the text itself. */
  readonly found: string;
}

type Finding = readonly [isFault: boolean, path: string, limit: string, found: string];

export function listFaults(...findings: readonly Finding[]): Fault[] {
  return findings.flatMap(([isFault, path, limit, found]) => (isFault ? [{ path, limit, found }] : []));
}

/** A fault where `count` is not within `least` and `most`. @param what the counted things, in the plural */
export function outside(path: string, count: number, least: number, most: number, what: string): Fault[] {
  return listFaults([count < least || count > most, path, `${least} to ${most} ${what}`, `${count}`]);
}

/** A text that must be there, not blank, without half characters, and at most `most` UTF-16 units long. */
export function textFaults(path: string, text: string | undefined, most: number): Fault[] {
  if (text === undefined || text.trim() === '') {
    return [{ path, limit: `1 to ${most} characters`, found: text === undefined ? 'nothing' : 'blank' }];
  }
  return [
    ...outside(path, text.length, 1, most, 'characters'),
    ...listFaults([/\p{Surrogate}/u.test(text), path, 'whole characters', 'half of one']),
  ];
}
