import { visitTexts } from '../content/visit-texts.js';
import type { PublishedContent } from '../content/published-content.js';
import { contactDetails } from './contact-details.js';
import type { Detector, DisclosureFinding, DisclosureKind } from './disclosure-finding.js';
import { namesToLookFor, possibleNames, wholeNames } from './known-names.js';
import { nhsNumbers } from './nhs-numbers.js';
import { smallNumbers } from './small-numbers.js';
import { titledNames } from './titled-names.js';

const AROUND = 60;
const STOPPING: ReadonlySet<DisclosureKind> = new Set(['name', 'nhs-number']);

/**
 * Every place in a result that may identify a person, those that stop a release first. It finds what can be found by
 * looking; the people who release a result read it all the same.
 *
 * @param names Names of people in this service who must not be found in a result.
 */
export function disclosureCheck(
  content: PublishedContent,
  names: readonly string[],
): readonly DisclosureFinding[] {
  const sought = namesToLookFor(names, textsOf(content));
  const detectors: readonly (readonly [DisclosureKind, Detector])[] = [
    ['name', wholeNames(sought)],
    ['nhs-number', nhsNumbers],
    ['possible-name', possibleNames(sought)],
    ['contact', contactDetails],
    ['title', titledNames],
    ['small-number', smallNumbers],
  ];
  const findings: DisclosureFinding[] = [];
  visitTexts(content, (text, place) => {
    for (const [kind, detect] of detectors)
      for (const words of new Set(detect(text)))
        findings.push({ kind, place, words, excerpt: around(text, words), stops: STOPPING.has(kind) });
    return text;
  });
  return findings.sort((one, other) => Number(other.stops) - Number(one.stops));
}

function textsOf(content: PublishedContent): string[] {
  const texts: string[] = [];
  visitTexts(content, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function around(text: string, words: string): string {
  const at = text.indexOf(words);
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + words.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
