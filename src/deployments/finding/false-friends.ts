/** A name that means several things, with what each is. */
export interface FalseFriend {
  readonly term: string;
  readonly meaning: string;
}

const SIM: FalseFriend = {
  term: 'SIM',
  meaning:
    'Here: Serenity Integrated Mentoring, in some texts “Monitoring”. Not the Sequential Intercept Model of policing in the United States.',
};

const HIN: FalseFriend = {
  term: 'HIN',
  meaning:
    'Three bodies share these letters: High Intensity Network, the private company behind SIM, which closed on 2 June 2021; Health Innovation Network, the innovation network for south London; and the national Health Innovation Network of all such bodies.',
};

const HIU: FalseFriend = {
  term: 'HIU',
  meaning:
    '“High intensity user” is a label for people, and also the name of a separate NHS programme for people who often go to A&E (reference being checked). Such a service is not SIM by its name; it is screened by what it does.',
};

/** The names in these texts that are easily taken for something else (domain/sim.md §1.4). */
export function falseFriendsIn(texts: readonly string[]): readonly FalseFriend[] {
  const words = new Set(texts.flatMap((text) => text.toUpperCase().split(/[^A-Z]+/)));
  const has = (...names: readonly string[]): boolean => names.some((name) => words.has(name));
  return [
    ...(has('SIM', 'SERENITY') ? [SIM] : []),
    ...(has('HIN', 'GHIN') ? [HIN] : []),
    ...(has('HIU', 'HIO') ? [HIU] : []),
  ];
}
