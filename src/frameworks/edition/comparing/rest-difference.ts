import type { Edition } from '../edition-schema.js';
import type { DifferenceSort, EditionDifference } from './difference.js';

/** In what two editions differ that is no criterion and no method: title, domains, elements, concerns and sources. */
export function differencesOfRest(from: Edition, to: Edition): readonly EditionDifference[] {
  const [before, after] = [partsOf(from), partsOf(to)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((about) => {
    const [was, becomes] = [before.get(about), after.get(about)];
    const part = becomes ?? was;
    if (part === undefined || was?.reads === becomes?.reads) return [];
    return [
      {
        ...{ sort: part.sort, about, isCriterion: false, what: part.what },
        ...{ was: was?.reads ?? null, becomes: becomes?.reads ?? null },
      },
    ];
  });
}

interface Part {
  readonly sort: DifferenceSort;
  readonly what: string;
  readonly reads: string;
}

function partsOf(edition: Edition): ReadonlyMap<string, Part> {
  const { title, source, confidence, domains, elements, letterConcerns, guidelines } = edition;
  const parts: [string, Part][] = [
    ['Title', { sort: 'NAMED', what: 'title', reads: title }],
    [
      'Made from',
      { sort: 'NAMED', what: 'source', reads: `${source.title} (${source.file}, ${source.sha256})` },
    ],
    ['Confidence A', { sort: 'NAMED', what: 'words', reads: confidence.A }],
    ['Confidence B', { sort: 'NAMED', what: 'words', reads: confidence.B }],
    ...domains.map(({ code, name, within }): [string, Part] => [
      `Domain ${code}`,
      { sort: 'NAMED', what: 'domain', reads: within === undefined ? name : `${name}, part of ${within}` },
    ]),
    ...elements.map(({ number, text }): [string, Part] => [
      `Element ${String(number)}`,
      { sort: 'RED_LINE', what: 'element of 10 March 2023', reads: text },
    ]),
    ...letterConcerns.map(({ code, text }): [string, Part] => [
      `Concern ${code}`,
      { sort: 'NAMED', what: 'concern of the letters', reads: text },
    ]),
    ...guidelines.map((guideline): [string, Part] => [
      `Source ${guideline.key}`,
      { sort: 'RESTS_ON', what: 'source', reads: guidelineInWords(guideline) },
    ]),
  ];
  return new Map(parts);
}

function guidelineInWords(guideline: Edition['guidelines'][number]): string {
  const { title, owner, kind, inForceFrom, inForceTo, supersededBy, confidence, note } = guideline;
  const until = inForceTo === null ? '' : ` to ${inForceTo}`;
  const then = supersededBy === null ? '' : `, superseded by ${supersededBy}`;
  const said = note === '' ? '' : `; ${note}`;
  return `${title} (${owner}, ${kind}), in force from ${inForceFrom}${until}${then}, confidence ${confidence}${said}`;
}
