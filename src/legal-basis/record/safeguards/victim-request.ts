import { z } from 'zod';
import { yesOrNo } from '../answers/answers.js';

/**
 * What the law asks of police who want information about a victim of crime, or somebody at risk of being one, from whoever
 * holds it (Police, Crime, Sentencing and Courts Act 2022 ss44A to 44D, England and Wales).
 */
export const victimRequestSchema = z
  .strictObject({
    asked: yesOrNo(
      'The police ask for information about a victim of crime, or somebody at risk of being one',
    ),
    lineOfEnquiry: yesOrNo('The request follows a reasonable line of enquiry'),
    necessary: yesOrNo('It says why the information is necessary and proportionate to that'),
    personTold: yesOrNo('The person was told of it in writing, or the request says why not'),
    counselling: yesOrNo('What is asked for is held by a service that counsels or supports people'),
    valueAsProof: yesOrNo('It says why that is likely to have substantial value as proof'),
  })
  .nullish()
  .describe('A request of the police about a victim');
