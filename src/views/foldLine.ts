// A long line of an iCalendar file in pieces that every reader takes.

/** Octets of a line without its end. @see RFC 5545 section 3.1 */
const maxOctets = 75;

/** The line in pieces of at most 75 octets of UTF-8, each but the first after CR LF and a blank; no character is torn. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > maxOctets) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
