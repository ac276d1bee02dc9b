// Every schema the database ever had, oldest first. A migration that was released is never changed: a later one corrects it.

import { beginning } from './001Beginning.ts';
import { searching } from './002Searching.ts';
import { reading } from './003Reading.ts';
import { offering } from './004Offering.ts';
import { delivering } from './005Delivering.ts';
import { departing } from './006Departing.ts';
import { modelling } from './007Modelling.ts';
import { asking } from './008Asking.ts';
import { stemming } from './009Stemming.ts';
import { programme } from './010Programme.ts';
import { recommending } from './011Recommending.ts';
import { auditing } from './012Auditing.ts';
import { retyping } from './013Retyping.ts';
import { keptReadings } from './014KeptReadings.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  beginning,
  searching,
  reading,
  offering,
  delivering,
  departing,
  modelling,
  asking,
  stemming,
  programme,
  recommending,
  auditing,
  retyping,
  keptReadings,
];
