import { LIFE_CYCLE_LABELS } from '../../deployments/life-cycle-state.js';
import { day } from '../../web/words.js';
import { screeningInWords, type RescreenedScheme } from './ended-scheme.js';

/** A scheme that ended, with its two screenings, as pages show it. */
export function rescreenedShown({ scheme, ended, screenings }: RescreenedScheme) {
  const state = ended.state === null ? 'Said to have ended' : LIFE_CYCLE_LABELS[ended.state];
  return {
    title: scheme.title,
    href: `/deployments/${scheme.key}`,
    fictional: scheme.fictional,
    ended: `${state}, ${ended.at === null ? 'date not known, so that nothing can be due' : day(ended.at)}`,
    followedBy: scheme.followedBy.map(({ key, title }) => ({ href: `/deployments/${key}`, title })),
    screenings: screenings.map(screeningInWords),
  };
}
