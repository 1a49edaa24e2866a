import type { Detector } from './disclosure-finding.js';

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof(?:essor)?|Nurse|Sister|PC|PCSO|DC|DS|DI|Constable|Sgt|Sergeant|Insp(?:ector)?|Supt|Superintendent)\.?\s+(?:\d{2,6}\s+)?\p{Lu}[\p{L}’'-]+/gu;

/** A title and a word with a capital after it: officers and clinicians are never named in a result. */
export const titledNames: Detector = (text) => text.match(TITLED) ?? [];
