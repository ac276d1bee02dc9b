// How calendars write dates, and how some of them should not but do.

/** A date of a property: ISO 8601, with `Z` where it is in UTC, and the zone it names. */
export interface DateText {
  readonly text: string;
  readonly tzid: string | undefined;
}

const written = String.raw`\d{8}(?:T\d{4}(?:\d{2})?)?Z?|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.0+)?)?Z?)?`;
/** A zone shown to people, “(UTC+01:00) Berlin”, may have colons, and not every maker quotes it. */
const property = new RegExp(String.raw`^([A-Z-]{1,20})(;.*)?:\s*(${written})\s*$`, 'i');

/** @returns undefined where the line has no date */
export function readDateLine(line: string): DateText | undefined {
  const [, , parameters = '', value = ''] = property.exec(line) ?? [];
  const text = isoOf(value);
  if (text === undefined) return undefined;
  return { text: /;VALUE=DATE(?:;|$)/i.test(parameters) ? text.slice(0, 10) : text, tzid: tzidIn(parameters) };
}

export function tzidIn(parameters: string): string | undefined {
  const [, quoted, bare] = /;TZID=(?:"([^"]*)"|([^;]*))/i.exec(parameters) ?? [];
  return (quoted ?? bare)?.trim() || undefined;
}

/** `20270312T0900`, `2027-03-12 09:00` → `2027-03-12T09:00:00`. A day without its VALUE=DATE is still a day. */
export function isoOf(text: string): string | undefined {
  const digits = text.trim().replace(/\.0+(?=Z?$)|[-: ]/g, '');
  const [, year, month, day, hour, minute, second = '00', zone = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z?)$/i.exec(digits) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const isEndOfDay = hour === '24' && minute === '00' && second === '00';
  const [begun, clock] = isEndOfDay ? [dayAfter(date), '00'] : [date, hour];
  return `${begun}T${clock}:${minute}:${second}${zone.toUpperCase()}`;
}

/** Of "24:00"; what is no date stays what it is. */
function dayAfter(date: string): string {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
