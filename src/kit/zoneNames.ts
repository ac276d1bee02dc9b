// What time zones are called besides their names in the IANA database: by people who speak German, and after other large cities.

import { languageOf, type Say } from './translate.ts';

/** The continents and oceans of IANA's names. */
export const zoneRegions = [
  ...(['Africa', 'America', 'Antarctica', 'Arctic', 'Asia', 'Atlantic'] as const),
  ...(['Australia', 'Europe', 'Indian', 'Pacific'] as const),
] as const;

/** Where IANA's own city has another name in German. @see https://github.com/unicode-org/cldr-json timeZoneNames.json of `de` */
const germanCities: ReadonlyMap<string, string> = new Map(
  listed({
    Africa: `Addis_Ababa=Addis Abeba, Algiers=Algier, Cairo=Kairo, Dar_es_Salaam=Daressalam, Djibouti=Dschibuti,
      El_Aaiun=El Aaiún, Khartoum=Khartum, Lome=Lomé, Mogadishu=Mogadischu, Ndjamena=N’Djamena, Sao_Tome=São Tomé,
      Tripoli=Tripolis`,
    America: `Asuncion=Asunción, Bogota=Bogotá, Cancun=Cancún, Cayman=Kaimaninseln, Curacao=Curaçao, Havana=Havanna,
      Jamaica=Jamaika, Mexico_City=Mexiko-Stadt, Sao_Paulo=São Paulo, St_Johns=St. John’s`,
    Antarctica: 'Vostok=Wostok',
    Asia: `Ashgabat=Aşgabat, Baghdad=Bagdad, Bishkek=Bischkek, Chita=Tschita, Damascus=Damaskus, Dushanbe=Duschanbe,
      Ho_Chi_Minh=Ho-Chi-Minh-Stadt, Hong_Kong=Hongkong, Kamchatka=Kamtschatka, Karachi=Karatschi, Kolkata=Kalkutta,
      Krasnoyarsk=Krasnojarsk, Muscat=Maskat, Nicosia=Nikosia, Novokuznetsk=Nowokuznetsk, Novosibirsk=Nowosibirsk,
      Pyongyang=Pjöngjang, Qatar=Katar, Riyadh=Riad, Sakhalin=Sachalin, Singapore=Singapur, Taipei=Taipeh,
      Tashkent=Taschkent, Tbilisi=Tiflis, Tehran=Teheran, Tokyo=Tokio, Urumqi=Ürümqi, Vladivostok=Wladiwostok,
      Yakutsk=Jakutsk, Yangon=Rangun, Yekaterinburg=Jekaterinburg, Yerevan=Eriwan`,
    Atlantic: `Azores=Azoren, Canary=Kanaren, Cape_Verde=Cabo Verde, Faroe=Färöer, Reykjavik=Reykjavík,
      South_Georgia=Südgeorgien, St_Helena=St. Helena`,
    Europe: `Astrakhan=Astrachan, Athens=Athen, Belgrade=Belgrad, Brussels=Brüssel, Bucharest=Bukarest, Busingen=Büsingen,
      Chisinau=Chișinău, Copenhagen=Kopenhagen, Kirov=Kirow, Kyiv=Kiew, Lisbon=Lissabon, Luxembourg=Luxemburg,
      Moscow=Moskau, Prague=Prag, Rome=Rom, Saratov=Saratow, Tirane=Tirana, Ulyanovsk=Uljanowsk, Vatican=Vatikan,
      Vienna=Wien, Volgograd=Wolgograd, Warsaw=Warschau, Zurich=Zürich`,
    Indian: 'Christmas=Weihnachtsinsel, Comoro=Komoren, Mahe=Mahé, Maldives=Malediven, Reunion=Réunion',
    Pacific: 'Easter=Osterinsel, Fiji=Fidschi, Galapagos=Galápagos, Noumea=Nouméa',
  }),
);

/** Pairs of a zone and a name that people type for it; a name of several zones stands here once for each. */
export const typedNames: readonly (readonly [zone: string, name: string])[] = [
  ...germanCities,
  ...listed({
    Africa: 'Johannesburg=Kapstadt',
    America: `Cordoba=Santa Fe, Caracas=Valencia, Chicago=Birmingham, Costa_Rica=San Jose,
      New_York=Cambridge`,
    Asia: `Karachi=Hyderabad, Karachi=Islamabad, Kolkata=Neu-Delhi, Riyadh=Dschidda,
      Shanghai=Peking, Shanghai=Schanghai`,
    Europe: `Amsterdam=Den Haag, Berlin=Bremen, Berlin=Dortmund, Berlin=Düsseldorf, Berlin=Essen, Berlin=Frankfurt am Main,
      Berlin=Göttingen, Berlin=Hannover, Berlin=Köln, Berlin=München, Berlin=Nürnberg, Berlin=Stuttgart, Berlin=Tübingen,
      Brussels=Antwerpen, Brussels=Brügge, Brussels=Gent, Brussels=Löwen, Istanbul=Ankara, London=Birmingham,
      London=Cambridge, Madrid=Sevilla, Moscow=St. Petersburg, Paris=Straßburg, Rome=Florenz, Rome=Genua, Rome=Mailand,
      Rome=Neapel, Rome=Turin, Rome=Venedig, Stockholm=Göteborg, Warsaw=Breslau, Warsaw=Danzig, Warsaw=Krakau,
      Zurich=Genf`,
  }),
];

/** "Wien" of Europe/Vienna in German, "Argentina/Salta" without its region. */
export function zoneCity(zone: string, say: Say): string {
  return germanName(zone, say) ?? plainZone(zone.slice(zone.indexOf('/') + 1));
}

/** "Europe/Vienna (Wien)" in German. */
export function zoneName(zone: string, say: Say): string {
  const name = germanName(zone, say);
  return name === undefined ? plainZone(zone) : `${plainZone(zone)} (${name})`;
}

export function plainZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function germanName(zone: string, { locale }: Say): string | undefined {
  return languageOf(locale) === 'de' ? germanCities.get(zone) : undefined;
}

function listed(regions: Partial<Record<(typeof zoneRegions)[number], string>>): (readonly [string, string])[] {
  return Object.entries(regions).flatMap(([region, names]) =>
    names.split(/,\s+/).map((pair) => {
      const [city = '', name = ''] = pair.split('=');
      return [`${region}/${city}`, name] as const;
    }),
  );
}
