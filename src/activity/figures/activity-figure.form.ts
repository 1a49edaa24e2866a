import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { PERIODS_WRITTEN, readPeriod } from '../series/activity-period.js';
import { ACTIVITY_UNITS, COUNTED, FIGURE_STATUSES } from './activity-figure.entity.js';

/** A figure of one period. */
export const ActivityFigureForm = defineForm({
  id: 'ActivityFigure',
  fields: {
    counted: radios({
      label: 'What is counted?',
      called: 'What is counted',
      missing: 'Select what is counted',
      choices: choicesOf(COUNTED),
    }),
    unit: radios({
      label: 'What does the figure count?',
      called: 'The unit',
      missing: 'Select whether it counts people, referrals or contacts',
      choices: choicesOf(ACTIVITY_UNITS),
    }),
    period: text({
      label: 'For which period?',
      called: 'The period',
      hint: PERIODS_WRITTEN,
      max: 20,
      check: (given) => (readPeriod(given) ? undefined : `That is not a period. ${PERIODS_WRITTEN}`),
    }),
    areas: text({
      label: 'For which area or areas?',
      called: 'The areas',
      hint: 'Where the figure is for several areas together, put a semicolon between them: Derbyshire; Leicestershire. It is never split.',
      max: 1000,
      check: (given) => (areasIn(given).length > 0 ? undefined : 'Enter for which area the figure is.'),
    }),
    source: text({
      label: 'From where is the figure?',
      called: 'The source',
      hint: 'For example, the team’s own spreadsheet. Never a record of one person.',
      max: 300,
    }),
    status: radios({
      label: 'Is there a figure?',
      called: 'The status',
      missing: 'Select whether it was counted, estimated, paused or not collected',
      choices: choicesOf(FIGURE_STATUSES),
    }),
    value: number({
      label: 'What is the figure?',
      called: 'The figure',
      hint: 'As it was counted. Your trust’s people and auditors read it; everyone else reads it rounded, and 1 to 7 as “about 5 or fewer”.',
      max: 10_000_000,
      optional: true,
    }),
  },
  rules: ({ status, value }) => {
    const hasFigure = status === 'ACTUAL' || status === 'ESTIMATE';
    if (hasFigure && value === undefined) return [{ field: 'value', text: 'Enter the figure.' }];
    return hasFigure || value === undefined
      ? []
      : [
          {
            field: 'value',
            text: 'Leave the figure empty: what was paused or not collected has none, and is not 0.',
          },
        ];
  },
});

/** The areas of a figure, as they are typed with semicolons between them. */
export function areasIn(typed: string): string[] {
  return typed
    .split(';')
    .map((area) => area.trim())
    .filter((area) => area !== '');
}
