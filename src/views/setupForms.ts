// The two forms of the /setup panel: the address of a site, and a time zone that is typed.

import { customId } from '../kit/customId.ts';
import type { FormView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { formOf } from './formBlocks.ts';

/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;
const zoneLimit = 60;

export function siteForm(say: Say): FormView {
  const [label, description] = [say('setupPanel.address'), say('setupPanel.addressHint')];
  return formOf(customId('setup', 'site'), say('setupPanel.addSource'), [
    { name: 'url', label, description, value: '', limit: addressLimit, isRequired: true },
  ]);
}

export function typedZoneForm(say: Say): FormView {
  const [label, description] = [say('programme.fields.timeZone'), say('setupPanel.zoneHint')];
  return formOf(customId('setup', 'typedZone'), say('setupPanel.typeZone'), [
    { name: 'timeZone', label, description, value: '', limit: zoneLimit, isRequired: true },
  ]);
}
