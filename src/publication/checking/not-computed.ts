import type { PublishedContent } from '../content/published-content.js';

/**
 * What a release says and its public file cannot show, because nobody in it is named: each with what is said of it, and
 * what it is held to all the same. docs/recompute-a-result.md (section 8) says the same at length.
 */
export function notComputed(content: PublishedContent): readonly string[] {
  const { panel, replies, statements, signatures, parts, withheld } = content;
  const { outsideNhsEngland, livedExperience, excluded, declaredNoInterest, continuedWithInterest } = panel;
  return [
    `That ${String(outsideNhsEngland)} of those whose scores count are from outside NHS England and ${String(livedExperience)} have lived experience: no letter says who. Each is only held to be no more than those whose scores count.`,
    `That ${people(excluded)} excluded: who was excluded before locking scores has no letter. It is only held to be no fewer than those whose scores are set aside.`,
    `That ${String(declaredNoInterest)} declared no interest and ${String(continuedWithInterest)} continued with one: what was declared is not published.`,
    `${counted(signatures.length, 'signature')}, ${counted(replies.length, 'reply', 'replies')} and ${counted(statements.length, 'statement')}: that they say what was sent, and that none is left out.`,
    `${counted(parts.length, 'part')} of the register (data flows, co-production), as they stood on the day under review.`,
    ...(withheld === null
      ? []
      : [`What was withheld in ${counted(withheld.places, 'place')}, and that it had to be.`]),
    'That things were done on the days on which they are said to have been done, and what members of a meeting based their words on.',
  ];
}

function people(count: number): string {
  return count === 1 ? '1 person was' : `${String(count)} people were`;
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : more}`;
}
