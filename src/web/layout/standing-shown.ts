import { type Phase, type Responsible, telephoneOf } from '../../platform/settings/responsible.js';

/** What every page may say of the installation. */
export interface StandingShown {
  readonly isDemo: boolean;
  /** Undefined when the service is live: then there is nothing to say. */
  readonly phase: { readonly tag: string; readonly words: string } | undefined;
  /** Null in the demo. */
  readonly responsible: (Responsible & { readonly phoneHref: string }) | null;
}

/** The banner at the head of pages, and who is responsible, as templates read them. */
export function standingShown({
  phase,
  responsible,
}: {
  readonly phase: Phase;
  readonly responsible: Responsible | null;
}): StandingShown {
  return {
    isDemo: phase === 'demo',
    phase: phase === 'live' ? undefined : PHASES[phase],
    responsible: responsible && { ...responsible, phoneHref: `tel:${telephoneOf(responsible.phone) ?? ''}` },
  };
}

const PHASES = {
  demo: {
    tag: 'Demonstration',
    words:
      'Its people, concerns and review are invented, and its passphrases are public. Put nothing real into it.',
  },
  trial: { tag: 'Trial', words: 'This service is on trial. Its wording and its figures may still change.' },
  beta: { tag: 'Beta', words: 'This is a new service. Its wording and its figures may still change.' },
} as const;
