import { defineForm } from '../../web/form/form.js';
import { radios, select } from '../../web/form/kinds/choices.js';
import { once, version } from '../../web/form/kinds/hidden.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { AGENCY_PARTS, isAgencyPart } from '../deployment-agency.entity.js';
import { NAME_KINDS, isNameKind } from '../deployment-name.entity.js';
import { LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { typedLines } from '../../web/form/typed-lines.js';

const title = text({ label: 'What is the scheme called?', called: 'The name of the scheme', max: 160 });
const area = text({
  label: 'Which area does it cover?',
  called: 'The area',
  hint: 'For example, a county, a city or a borough.',
  max: 160,
});
const note = longText({
  label: 'Anything a reader should know',
  hint: 'Everyone will be able to read this. Do not name patients or members of staff.',
  max: 2000,
  optional: true,
});

/** What a trust tells when it registers a scheme; the same for the page and the API. */
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
    state: select({
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
    succeeds: select({
      label: 'Does it follow an earlier scheme?',
      called: 'The earlier scheme',
      hint: 'If it replaced one, or shares its staff, caseload or protocols.',
      choices: 'offered',
      optional: true,
    }),
    note,
    once: once(),
  },
});

/** What a trust may mend of its record; names, agencies and claims are added, never rewritten. */
export const CorrectDeployment = defineForm({
  id: 'CorrectDeployment',
  fields: { title, area, note, version: version() },
});

/** One more name. */
export const AddName = defineForm({
  id: 'AddDeploymentName',
  fields: {
    name: text({ label: 'Name', max: 160 }),
    kind: radios({
      label: 'What kind of name is it?',
      missing: 'Select what kind of name it is',
      choices: Object.entries(NAME_KINDS)
        .filter(([value]) => value !== 'REPORTED')
        .flatMap(([value, label]) => (isNameKind(value) ? [{ value, label }] : [])),
    }),
  },
});

/** One more agency, by its name; `organisation` is the key or ODS code of one that the register holds. */
export const AddAgency = defineForm({
  id: 'AddDeploymentAgency',
  fields: {
    name: text({ label: 'Name of the agency', hint: 'For example, Exampleshire Police.', max: 160 }),
    part: radios({
      label: 'What part does it play?',
      missing: 'Select what part it plays',
      choices: Object.entries(AGENCY_PARTS).flatMap(([value, label]) =>
        isAgencyPart(value) ? [{ value, label }] : [],
      ),
    }),
  },
});

/** A sentence of the trust's own about its scheme. */
export const AddClaim = defineForm({
  id: 'AddDeploymentClaim',
  fields: {
    topic: select({
      label: 'What is it about?',
      missing: 'Select what it is about',
      choices: [
        { value: 'POSITION', label: 'What the trust says of the scheme' },
        { value: 'START', label: 'Its start' },
        { value: 'END', label: 'Its end' },
        { value: 'LINEAGE', label: 'What it came from, or what followed it' },
        { value: 'TEAM', label: 'The team' },
        { value: 'FUNDING', label: 'Who pays for it' },
        { value: 'SELECTION', label: 'How people are selected' },
        { value: 'ACTIVITY', label: 'How many people, and what was done' },
        { value: 'REVIEW', label: 'Reviews of it' },
      ],
    }),
    statement: longText({ label: 'What do you want to say?', called: 'What you want to say', max: 1000 }),
    dated: partialDate({
      label: 'When was that?',
      called: 'The date',
      missing: 'Enter the date, or say that you are not sure',
    }),
    contradicts: select({
      label: 'Does it contradict something that is said here?',
      called: 'The claim it contradicts',
      hint: 'Both will stand side by side.',
      choices: 'offered',
      optional: true,
    }),
  },
});

/** That the trust has checked the record and opens it. */
export const PublishDeployment = defineForm({ id: 'PublishDeployment', fields: { version: version() } });
