import type { Provision } from './provision.js';

/** Whether a provision requires a disclosure at all, where its tests are met. */
export function requiresDisclosure({ requiresDisclosure: requires }: Provision): boolean {
  return requires !== 'no';
}

/** What a flow discloses and to whom, where a provision may shut it out. */
export interface Disclosure {
  /** It is what a body that gives care knows of an identified patient. */
  readonly ofPatients: boolean;
  /** Nobody who receives it gives care. */
  readonly outsideCare: boolean;
}

/** What a provision shuts out, as the list words it, that takes patients or bodies outside care with it. */
const PATIENTS = /^patient information|^personal data$|health or social care authority|identifies people/;
const OUTSIDE_CARE = /^anyone who is no health or adult social care body$/;

/** Whether a provision does not reach such a disclosure. */
export function shutsOut({ excludes }: Provision, { ofPatients, outsideCare }: Disclosure): boolean {
  return (excludes ?? []).some(
    (excluded) => (ofPatients && PATIENTS.test(excluded)) || (outsideCare && OUTSIDE_CARE.test(excluded)),
  );
}

/** Whether a provision lifts the common-law duty of confidence, always or in the cases it names. */
export function liftsConfidence({ liftsConfidentiality }: Provision): boolean {
  return !liftsConfidentiality.startsWith('no');
}
