// The zone names feeds write after a time, as minutes from UTC.

/** Hours. @see RFC 822 section 5.1, and the abbreviations common in feeds */
const hours: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    cest: 2,
    met: 1,
    mest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
  },
  ...{ ast: -4, adt: -3, at: -4, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7 },
  ...{
    pst: -8,
    pdt: -7,
    pt: -8,
    akst: -9,
    akdt: -8,
    hst: -10,
    jst: 9,
    kst: 9,
    ist: 5.5,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  },
  // One letter is military time, which RFC 822 got the wrong way round: it says nothing.
  ...{ a: -1, n: 1, m: -12, y: 12 },
};

/** @returns undefined for a name nobody knows or an offset no place has */
export function findOffsetMinutes(zone: string): number | undefined {
  const name = zone.toLowerCase().replace(/^etc\//, '');
  if (Object.hasOwn(hours, name)) return (hours[name] ?? 0) * 60;
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (offset === null) return undefined;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  if (minutes > 15 * 60) return undefined;
  return offset[1] === '-' ? -minutes : minutes;
}
