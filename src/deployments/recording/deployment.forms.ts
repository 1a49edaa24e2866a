import type { Field } from '../../web/form/field.js';
import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { once, version } from '../../web/form/kinds/hidden.js';
import { knownDate, partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { typedLines } from '../../web/form/sent/typed-lines.js';
import { AGENCY_PARTS, AGENCY_PART_CODES } from '../deployment-agency.entity.js';
import { NAME_KINDS, NAME_KIND_CODES } from '../deployment-name.entity.js';
import { PLACE_KINDS, PLACE_KIND_CODES } from '../deployment-place.entity.js';
import { DETAIL_NAMES, type DetailName } from '../deployment.entity.js';
import { LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import type { NewDeployment } from './draft-deployment.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const details = {
  title: text({ label: 'What is the scheme called?', called: 'The name of the scheme', max: 160 }),
  area: text({
    label: 'Which area does it cover?',
    called: 'The area',
    hint: 'For example, a county, a city or a borough.',
    max: 160,
  }),
  note: longText({
    label: 'Anything a reader should know',
    hint: 'Everyone will be able to read this. Do not name patients or members of staff.',
    max: 2000,
    optional: true,
  }),
  website: text({
    label: 'Website',
    hint: 'An address that everyone can open, such as https://www.example.org/our-scheme.',
    max: 500,
    optional: true,
    check: (typed) =>
      isWebAddress(typed) ? undefined : 'Enter an address that begins with https:// or http://',
  }),
} satisfies Record<DetailName, Field>;

const { title, area, ...further } = details;

const why = {
  reason: reasonText({
    label: 'Why do you change it?',
    called: 'Why you change it',
    hint: 'Needed where you change what everyone could read. Everyone reads your reason beside what stood there before.',
    max: 1000,
    optional: true,
  }),
};

/** What a trust gives when it registers a scheme; the same for the page and the API. */
export const RegisterDeployment = defineForm({
  id: 'RegisterDeployment',
  fields: {
    organisation: radios({ label: 'Which trust answers for it?', choices: 'offered' }),
    title,
    area,
    names: longText({
      label: 'Every name it has gone by',
      called: 'The names',
      hint: 'One on each line: present and former names, short forms, names of teams and pilots.',
      max: 2000,
      optional: true,
      check: (typed) =>
        typedLines(typed).some((line) => line.length > 160)
          ? 'Each name must be 160 characters or fewer, on a line of its own.'
          : undefined,
    }),
    state: dropDown({
      label: 'Where does it stand now?',
      called: 'Where it stands',
      choices: LIFE_CYCLE_STATES.map((value) => ({ value, label: LIFE_CYCLE_LABELS[value] })),
    }),
    stateAt: partialDate({
      label: 'Since when?',
      called: 'The date of the state',
      missing: 'Enter since when, or say that you are not sure',
    }),
    started: partialDate({
      label: 'When did it start, or when is it meant to start?',
      called: 'The start',
      missing: 'Enter when it started, or say that you are not sure',
    }),
    startIs: radios({
      label: 'Is that start a plan, or did it happen?',
      missing: 'Select whether the start happened or was planned',
      choices: [
        { value: 'happened', label: 'It happened' },
        { value: 'planned', label: 'It was planned, and may not have happened' },
        { value: 'not-known', label: 'I do not know' },
      ],
    }),
    succeeds: dropDown({
      label: 'Does it follow an earlier scheme?',
      called: 'The earlier scheme',
      hint: 'If it replaced one, or shares its staff, caseload or protocols.',
      choices: 'offered',
      optional: true,
    }),
    ...further,
    once: once(),
  },
});

/** What a trust may mend of its own record. Once the record is public it says why: what it said before is kept and shown. */
export const CorrectDeployment = defineForm({
  id: 'CorrectDeployment',
  fields: { ...details, ...why, version: version() },
});

/** One more name. */
export const AddName = defineForm({
  id: 'AddDeploymentName',
  fields: {
    name: text({ label: 'Name', max: 160 }),
    kind: radios({
      label: 'What kind of name is it?',
      missing: 'Select what kind of name it is',
      choices: NAME_KIND_CODES.filter((value) => value !== 'REPORTED').map((value) => ({
        value,
        label: NAME_KINDS[value],
      })),
    }),
  },
});

/** One more place in which it lies. */
export const AddPlace = defineForm({
  id: 'AddDeploymentPlace',
  fields: {
    name: text({
      label: 'Place',
      called: 'The place',
      hint: 'For example, Exampleshire or Exampleton.',
      max: 160,
    }),
    kind: radios({
      label: 'What sort of place is it?',
      missing: 'Select what sort of place it is',
      choices: PLACE_KIND_CODES.map((value) => ({ value, label: PLACE_KINDS[value] })),
    }),
  },
});

/** One more agency, picked from the register of organisations; one that the register lacks is kept by its name. */
export const AddAgency = defineForm({
  id: 'AddDeploymentAgency',
  fields: {
    name: text({
      label: 'Name or ODS code of the agency',
      called: 'The name of the agency',
      hint: 'For example, Exampleshire Police. If several organisations are like it, you choose next.',
      max: 160,
    }),
    pick: radios({
      label: 'Which organisation is it?',
      missing: 'Select which organisation it is',
      choices: 'offered',
      optional: true,
    }),
    part: radios({
      label: 'What part does it play?',
      missing: 'Select what part it plays',
      choices: AGENCY_PART_CODES.map((value) => ({ value, label: AGENCY_PARTS[value] })),
    }),
  },
});

/** What the form says of a new deployment, as the service takes it. */
export function newDeploymentFrom(values: ValuesIn<typeof RegisterDeployment>): NewDeployment {
  return {
    ...storedAnswers(values, DETAIL_NAMES),
    title: values.title.trim(),
    area: values.area.trim(),
    once: values.once,
    organisationId: values.organisation,
    names: typedLines(values.names),
    agencies: [],
    state: values.state,
    stateAt: knownDate(values.stateAt),
    started: knownDate(values.started),
    startPlanned: values.startIs === 'not-known' ? null : values.startIs === 'planned',
    succeedsId: values.succeeds ?? null,
  };
}

function isWebAddress(typed: string): boolean {
  const address = typed.trim();
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address);
}
