import type { KindIntroduction } from '../evidence/register.js';
import { ORGANISATION_TYPES } from './organisation-type.js';
import { Organisation } from './organisation.entity.js';
import { Succession } from './succession.entity.js';

/** Organisations and who followed whom, as these kinds introduce themselves, with what their public fields are called. */
export const KINDS_OF_ORGANISATIONS: readonly KindIntroduction[] = [
  {
    recorded: Organisation,
    singular: 'organisation',
    plural: 'organisations',
    pageOf: (id) => `/organisations/${id}`,
    fields: {
      name: 'Name',
      publishedName: 'Name as its source prints it',
      odsCode: 'ODS code',
      type: { label: 'Type', words: ORGANISATION_TYPES },
      otherNames: 'Other names',
      formerNames: 'Former names',
      nationalGrouping: 'Region',
      town: 'Town of its address',
      county: 'County of its address',
      postcode: 'Postcode',
      openedOn: 'Opened',
      closedOn: 'Closed',
      source: 'Source',
    },
  },
  {
    recorded: Succession,
    singular: 'succession',
    plural: 'successions',
    fields: {
      predecessorId: 'Who came before',
      successorId: 'Who followed',
      tookPlace: 'When',
      source: 'Source',
      withdrawnOn: 'Day on which it was taken back',
      withdrawnBecause: 'Why it was taken back',
    },
  },
];
