import { describe, expect, it } from 'vitest';
import { findTimeZone, furtherNames } from '../../../commands/parts/timeZone.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { zoneRegions } from '../../../src/kit/zoneNames.ts';
import { fakePorts, moderator, refusalOf } from '../../support/fakePorts.ts';
import { faultsOf, nodesOf, textOf, viewOf } from '../views/readView.ts';
import { complete, fill, press, run } from './runCommand.ts';

const asked = moderator();
const german = { ...asked, say: sayIn('de') };
const zones = Intl.supportedValuesOf('timeZone');
const zoneFor = async (typed: string) => {
  const fake = fakePorts();
  await run('setup', { time_zone: typed }, german, fake.ports);
  return fake.data.settings.timeZone;
};
const offered = (typed: string, by = german) => complete('setup', 'time_zone', typed, by, fakePorts().ports);
const nearest = async (typed: string) =>
  (await refusalOf(fill('v1:setup:typedZone:', { timeZone: typed }, asked, fakePorts().ports))).args.nearest;

describe('a time zone', () => {
  it.each(
    Object.entries({
      'Europe/Vienna': ['Wien', 'vienna', 'WIEN', 'Europe/Vienna (Wien)'],
      'Europe/Zurich': ['Zürich', 'Zurich', 'Zuerich', 'Genf', 'Geneva', 'Basel'],
      'Europe/Berlin': ['München', 'Muenchen', 'Munich', 'Köln', 'koeln', 'Cologne', 'Frankfurt am Main'],
      'Europe/Rome': ['Rom', 'Mailand', 'Milan'],
      'Asia/Kolkata': ['Neu-Delhi', 'neu delhi', 'Delhi', 'Mumbai', 'Kalkutta', 'Calcutta', 'asia/calcutta'],
      'America/Mexico_City': ['Mexiko-Stadt', 'Mexico City', 'Mexiko Stadt'],
      'America/Argentina/Buenos_Aires': ['Buenos Aires', 'America/Buenos_Aires'],
      'America/New_York': ['Washington', 'Washington, D.C.', 'Boston', 'new york'],
      'America/Sao_Paulo': ['São Paulo', 'Sao Paulo', 'Rio de Janeiro'],
      'America/St_Johns': ["St. John's", 'St. John’s'],
      'Asia/Shanghai': ['Peking', 'Beijing'],
      'Asia/Tokyo': ['Tokio', 'Osaka'],
      'Europe/Kyiv': ['Kiew', 'Kiev', 'Kyiv'],
    }).flatMap(([zone, names]) => names.map((name) => [name, zone] as const)),
  )('is found by %s', async (typed, zone) => {
    expect(await zoneFor(typed)).toBe(zone);
  });

  it('is offered with the name that was typed, and in German with the German one', async () => {
    expect(await offered('wie')).toEqual([{ name: 'Europe/Vienna (Wien)', value: 'Europe/Vienna' }]);
    expect(await offered('vienna')).toEqual([{ name: 'Europe/Vienna (Wien)', value: 'Europe/Vienna' }]);
    expect(await offered('vienna', asked)).toEqual([{ name: 'Europe/Vienna', value: 'Europe/Vienna' }]);
    expect(await offered('köln', asked)).toEqual([{ name: 'Europe/Berlin (Köln)', value: 'Europe/Berlin' }]);
    expect((await offered('mun'))[0]).toEqual({ name: 'Europe/Berlin (München)', value: 'Europe/Berlin' });
    expect(await nearest('Kopenhaken')).toBe('Europe/Copenhagen (Kopenhagen)');
    expect(await nearest('Lisbonn')).toContain('Europe/Lisbon');
  });

  it('that shares its name with another is asked about, never guessed', async () => {
    expect(await nearest('Cambridge')).toBe('America/New York (Cambridge), Europe/London (Cambridge)');
    const cities = zones.map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' '));
    const shared = new Set(furtherNames.map(([, name]) => name).filter((name) => findTimeZone(name) === undefined));
    expect([...shared].sort()).toEqual(['Birmingham', 'Cambridge', 'Hyderabad', 'San Jose', 'Santa Fe', 'Valencia']);
    expect(cities.filter((city) => findTimeZone(city) === undefined)).toEqual([]);
  });

  it('of every further name is one that Intl knows, offered by that name', async () => {
    for (const [zone, name] of furtherNames) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
      expect(findTimeZone(zone)).toBe(zone);
      expect(
        (await offered(name)).map(({ value }) => value),
        name,
      ).toContain(zone);
    }
  });

  it('stands in the menus under its German name, by which they are sorted', async () => {
    const { ports } = fakePorts();
    const saved = textOf(viewOf(await run('setup', { time_zone: 'Urumqi' }, german, ports)));
    expect(saved.replaceAll('\\', '')).toContain('Zeitzone: Asia/Urumqi (Ürümqi)');
    const menus = async (action: string, ...values: string[]) => {
      const view = viewOf(await press(`v1:setup:${action}`, german, ports, values));
      expect(faultsOf(view)).toEqual([]);
      return nodesOf(view).flatMap(({ options = [] }) => options);
    };
    const ofRegions = (await menus('step:server')).filter(({ value }) =>
      zoneRegions.some((region) => region === value),
    );
    expect(ofRegions.map(({ label }) => label)).toEqual(
      'Afrika,Amerika,Antarktis,Arktis,Asien,Atlantik,Australien,Europa,Indischer Ozean,Pazifik'.split(','),
    );
    const asian = await menus('region:', 'Asia');
    expect(asian).toContainEqual(expect.objectContaining({ label: 'Ürümqi', value: 'Asia/Urumqi' }));
    const labels = asian.filter(({ value }) => value.includes('/')).map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted((one, other) => one.localeCompare(other, 'de')));
    const reached = await Promise.all(zoneRegions.map((region) => menus('region:', region)));
    const values = reached.flat().map(({ value }) => value);
    expect(zones.filter((zone) => !values.includes(findTimeZone(zone) ?? ''))).toEqual([]);
  });
});
