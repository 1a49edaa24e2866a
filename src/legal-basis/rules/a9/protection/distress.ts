const DISTRESS =
  /suicid|self[- ]?(?:harm|injur|neglect)|overdos|ligature|(?:call|ring|phon|dial)\w*\s+(?:for help|999|111|the police|an ambulance|emergency|crisis)|999 calls?|(?:seek|ask)\w* (?:for )?help|contact\w* (?:the )?(?:police|999|111|emergency|ambulance|crisis)|misus\w* (?:of )?(?:the )?(?:999|111|emergency|ambulance|crisis)|calls? to (?:the )?(?:999|111|police|emergency|ambulance|crisis)|(?:end\w*|taking|took) (?:her|his|their) (?:own )?li(?:fe|ves)|(?:cut|hang|hurt)\w* (?:her|him|them)sel|attend\w* (?:(?:at|of|in) )?(?:the |an )?(?:a&e|ed\b|emergency|hospital|crisis)|frequent(?:ly)? (?:call|attend|user)|(?:want|wish)\w* to die|wasting police time|nuisance calls?|jump(?:ing)? from|in crisis/i;

const OFFENCE_AGAINST_ANOTHER =
  /(?:assist|encourag|aid)\w* (?:\w+ ){0,3}suicide|assault|threat\w* to kill|arson|criminal damage|burglar|theft|robber|harass|stalk|rape|sexual offence|offensive weapon|wound|grievous|kidnap|fraud|supply of|domestic abuse|coercive control|murder|manslaughter|affray|terroris|traffick|cruelty|(?<!panic |anxiety )attack|(?<!self-directed )violen\w*\b(?! (?:to|against) (?:her|him|them)?sel)|threaten\w* (?:an? |the |h(?:is|er) |their )?(?:staff|nurse|doctor|officer|paramedic|neighbour|partner|famil|other|people|another)/i;

/**
 * Whether a text describes distress rather than an unlawful act: self-harm, a suicide attempt or calling for help, with
 * no offence against anybody else. Suicide is no offence (Suicide Act 1961 s1).
 */
export function describesDistress(text: string): boolean {
  return DISTRESS.test(text) && !OFFENCE_AGAINST_ANOTHER.test(text);
}
