const DISTRESS =
  /suicid|self[- ]?(?:harm|injur|neglect)|overdos|ligature|(?:call|ring|phon|dial)\w*\s+(?:for help|999|111|the police|an ambulance|emergency|crisis)|999 calls?|seek\w* help|attend\w* (?:a&e|ed|the emergency)|wasting police time|nuisance calls?|jump(?:ing)? from|in crisis/i;

const OFFENCE_AGAINST_ANOTHER =
  /assault|threat\w* to kill|arson|criminal damage|burglar|theft|robber|harass|stalk|rape|sexual offence|offensive weapon|wound|grievous|kidnap|fraud|supply of|domestic abuse|coercive control/i;

/**
 * Whether a text describes distress rather than an unlawful act: self-harm, a suicide attempt or calling for help, with
 * no offence against anybody else. Suicide is no offence (Suicide Act 1961 s1).
 */
export function describesDistress(text: string): boolean {
  return DISTRESS.test(text) && !OFFENCE_AGAINST_ANOTHER.test(text);
}
