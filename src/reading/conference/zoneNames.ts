// What the zones are called that people write after a time. Letters may mean another zone elsewhere: then the society's home tells.

/** For societies at home under a prefix, the zone that is meant; `''` is everybody. The first that fits counts. */
export type Meanings = readonly (readonly [homePrefix: string, timeZone: string])[];

const everywhere = (timeZone: string): Meanings => [['', timeZone]];
/** Where the letters of the whole region are used, but the clocks are never changed. */
const themselves = (...zones: readonly string[]): Meanings => zones.map((zone) => [zone, zone]);

const australianEast: Meanings = [...themselves('Australia/Brisbane'), ['Australia/', 'Australia/Sydney']];
const australianCentre: Meanings = [...themselves('Australia/Darwin'), ['Australia/', 'Australia/Adelaide']];
const eastern: Meanings = [
  ...australianEast,
  ...themselves('America/Panama', 'America/Jamaica', 'America/Cancun'),
  ...everywhere('America/New_York'),
];
const pacific = everywhere('America/Los_Angeles');
const centralEurope = everywhere('Europe/Paris');
const easternEurope = everywhere('Europe/Helsinki');
const utc = everywhere('UTC');
const atlantic: Meanings = [...themselves('America/Puerto_Rico'), ['America/', 'America/Halifax']];
const steadyCentre = themselves(
  ...['America/Regina', 'America/Mexico_City', 'America/Costa_Rica', 'America/Guatemala', 'America/El_Salvador'],
);

/** Written in capitals, for the most part. "EST" in July means the clock of New York. */
export const lettersOfZones: ReadonlyMap<string, Meanings> = new Map(
  Object.entries({
    ...{ utc, gmt: utc, z: utc, ut: utc, aoe: everywhere('Etc/GMT+12') },
    ...{ et: eastern, est: eastern, edt: eastern, ct: everywhere('America/Chicago') },
    cst: [
      ...steadyCentre,
      ['America/', 'America/Chicago'],
      ...themselves('Asia/Shanghai', 'Asia/Taipei', 'Asia/Macau'),
      ...australianCentre,
    ],
    cdt: [...australianCentre, ...everywhere('America/Chicago')],
    mt: everywhere('America/Denver'),
    mst: [...themselves('America/Phoenix', 'America/Hermosillo'), ['America/', 'America/Denver']],
    mdt: everywhere('America/Denver'),
    pt: pacific,
    pst: [...themselves('Asia/Manila'), ['America/', 'America/Los_Angeles'], ['Europe/', 'America/Los_Angeles']],
    pdt: pacific,
    ...{ akst: everywhere('America/Anchorage'), akdt: everywhere('America/Anchorage') },
    ...{ hst: everywhere('Pacific/Honolulu'), hdt: everywhere('America/Adak') },
    sst: [...themselves('Asia/Singapore'), ['Pacific/', 'Pacific/Pago_Pago']],
    ast: [...atlantic, ['Asia/', 'Asia/Riyadh']],
    adt: everywhere('America/Halifax'),
    ...{ nst: everywhere('America/St_Johns'), ndt: everywhere('America/St_Johns') },
    ...{ brt: everywhere('America/Sao_Paulo'), art: everywhere('America/Argentina/Buenos_Aires') },
    bst: [
      ['Europe/', 'Europe/London'],
      ['Asia/Dhaka', 'Asia/Dhaka'],
    ],
    ...{ wet: everywhere('Europe/Lisbon'), west: everywhere('Europe/Lisbon') },
    ...{ cet: centralEurope, cest: centralEurope, mez: centralEurope, mesz: centralEurope },
    ...{
      eet: easternEurope,
      eest: easternEurope,
      msk: everywhere('Europe/Moscow'),
      trt: everywhere('Europe/Istanbul'),
    },
    ist: [
      ['Asia/Jerusalem', 'Asia/Jerusalem'],
      ['Asia/Tel_Aviv', 'Asia/Jerusalem'],
      ['Asia/', 'Asia/Kolkata'],
      ['Europe/Dublin', 'Europe/Dublin'],
    ],
    idt: everywhere('Asia/Jerusalem'),
    ...{ wat: everywhere('Africa/Lagos'), cat: everywhere('Africa/Maputo'), eat: everywhere('Africa/Nairobi') },
    sast: everywhere('Africa/Johannesburg'),
    gst: [['Asia/', 'Asia/Dubai']],
    ...{ pkt: everywhere('Asia/Karachi'), npt: everywhere('Asia/Kathmandu'), ict: everywhere('Asia/Bangkok') },
    ...{ wib: everywhere('Asia/Jakarta'), sgt: everywhere('Asia/Singapore'), hkt: everywhere('Asia/Hong_Kong') },
    ...{ pht: everywhere('Asia/Manila'), jst: everywhere('Asia/Tokyo'), kst: everywhere('Asia/Seoul') },
    ...{ aest: australianEast, aedt: everywhere('Australia/Sydney'), awst: everywhere('Australia/Perth') },
    ...{ acst: australianCentre, acdt: everywhere('Australia/Adelaide') },
    ...{
      nzst: everywhere('Pacific/Auckland'),
      nzdt: everywhere('Pacific/Auckland'),
      nzt: everywhere('Pacific/Auckland'),
    },
  } satisfies Record<string, Meanings>),
);

/** People write these small, too; the others are words then ("west", "cat"). */
export const writtenSmall: ReadonlySet<string> = new Set(
  'utc gmt aoe et est edt ct cst cdt mst mdt pt pst pdt bst cet cest eet eest jst kst aest aedt'.split(' '),
);

/** Of a region, as in "Pacific time": beside other words they say something else. */
export const regionsOfZones: ReadonlyMap<string, Meanings> = new Map(
  Object.entries({
    ...{ eastern, 'us eastern': everywhere('America/New_York'), 'eastern us': everywhere('America/New_York') },
    central: [...australianCentre, ...everywhere('America/Chicago')],
    'us central': everywhere('America/Chicago'),
    ...{ mountain: everywhere('America/Denver'), 'us mountain': everywhere('America/Denver') },
    ...{
      pacific,
      'us pacific': pacific,
      atlantic: everywhere('America/Halifax'),
      alaska: everywhere('America/Anchorage'),
    },
    ...{ hawaii: everywhere('Pacific/Honolulu'), hawaiian: everywhere('Pacific/Honolulu') },
    ...{ samoa: everywhere('Pacific/Pago_Pago'), 'american samoa': everywhere('Pacific/Pago_Pago') },
    ...{ british: everywhere('Europe/London'), uk: everywhere('Europe/London'), irish: everywhere('Europe/Dublin') },
    ...{ 'western european': everywhere('Europe/Lisbon'), 'central european': centralEurope },
    ...{ 'middle european': centralEurope, 'eastern european': easternEurope, cern: centralEurope },
    ...{
      india: everywhere('Asia/Kolkata'),
      indian: everywhere('Asia/Kolkata'),
      brasilia: everywhere('America/Sao_Paulo'),
    },
    ...{ japan: everywhere('Asia/Tokyo'), china: everywhere('Asia/Shanghai'), korea: everywhere('Asia/Seoul') },
    ...{ 'new zealand': everywhere('Pacific/Auckland'), 'anywhere on earth': everywhere('Etc/GMT+12') },
  } satisfies Record<string, Meanings>),
);

/** @returns undefined where nobody at home there can be sure */
export function meaningAt(home: string | undefined, meanings: Meanings): string | undefined {
  return meanings.find(([prefix]) => home?.startsWith(prefix) ?? prefix === '')?.[1];
}
