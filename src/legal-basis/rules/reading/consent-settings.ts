import { consentSettings, type ConsentProfile } from '../../record/basis/consent-profile.js';
import type { Truth } from '../../record/answers/not-known.js';
import { holdsAny } from './codes.js';

const PRESSING: readonly string[] = consentSettings
  .filter((setting) => setting.pressing)
  .map((setting) => setting.code);

/** Whether consent is asked for in detention, in custody, or by a police officer who is present, even once among others. */
export function askedUnderPressure({ settings }: ConsentProfile): Truth {
  return holdsAny(settings, (setting) => PRESSING.includes(setting));
}
