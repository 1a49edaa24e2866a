import { plainWords } from '../../../../kernel/words/plain-words.js';

/**
 * Words of the law that people paste instead of an answer: UK GDPR Articles 5(1), 6(1) and 9(2), Data Protection Act 2018
 * s8, s31, s35 and Schedule 1 paras 6, 10 and 18, Human Rights Convention Article 8(2). Only likeness counts, so small
 * differences between editions do not matter. Official texts: legislation.gov.uk/eur/2016/679, /ukpga/2018/12,
 * /ukpga/1998/42.
 */
const PASSAGES = [
  'the data subject has given consent to the processing of his or her personal data for one or more specific purposes',
  'processing is necessary for the performance of a contract to which the data subject is party or in order to take steps at the request of the data subject prior to entering into a contract',
  'processing is necessary for compliance with a legal obligation to which the controller is subject',
  'processing is necessary in order to protect the vital interests of the data subject or of another natural person',
  'processing is necessary for the performance of a task of the controller carried out in the public interest or in the exercise of official authority vested in the controller',
  'processing is necessary for the performance of a task carried out in the public interest or in the exercise of official authority vested in the controller',
  'processing is necessary for the purposes of the legitimate interests pursued by the controller or by a third party except where such interests are overridden by the interests or fundamental rights and freedoms of the data subject which require protection of personal data in particular where the data subject is a child',
  'processed lawfully fairly and in a transparent manner in relation to the data subject',
  'collected for specified explicit and legitimate purposes and not further processed in a manner that is incompatible with those purposes',
  'adequate relevant and limited to what is necessary in relation to the purposes for which they are processed',
  'kept in a form which permits identification of data subjects for no longer than is necessary for the purposes for which the personal data are processed',
  'the data subject has given explicit consent to the processing of those personal data for one or more specified purposes',
  'processing is necessary for the purposes of carrying out the obligations and exercising specific rights of the controller or of the data subject in the field of employment and social security and social protection law',
  'processing is necessary to protect the vital interests of the data subject or of another natural person where the data subject is physically or legally incapable of giving consent',
  'processing is necessary for reasons of substantial public interest on the basis of domestic law which shall be proportionate to the aim pursued respect the essence of the right to data protection and provide for suitable and specific measures to safeguard the fundamental rights and the interests of the data subject',
  'processing is necessary for the purposes of preventive or occupational medicine for the assessment of the working capacity of the employee medical diagnosis the provision of health or social care or treatment or the management of health or social care systems and services',
  'the exercise of a function conferred on a person by an enactment or rule of law and is necessary for reasons of substantial public interest',
  'is necessary for the purposes of the prevention or detection of an unlawful act must be carried out without the consent of the data subject so as not to prejudice those purposes and is necessary for reasons of substantial public interest',
  'the processing is necessary for the purposes of protecting an individual from neglect or physical mental or emotional harm or protecting the physical mental or emotional well being of an individual',
  'the purposes of the prevention investigation detection or prosecution of criminal offences or the execution of criminal penalties including the safeguarding against and the prevention of threats to public security',
  'the processing is strictly necessary for the law enforcement purpose',
  'there shall be no interference by a public authority with the exercise of this right except such as is in accordance with the law and is necessary in a democratic society in the interests of national security public safety or the economic well being of the country for the prevention of disorder or crime for the protection of health or morals or for the protection of the rights and freedoms of others',
];

const RUN = 4;
const SHORTEST = 5;
const MOSTLY = 0.8;

const passages = PASSAGES.map(plainWords);
const vocabulary = new Set(passages.flat());
const runs = new Set(passages.flatMap(runsOf));

/** Whether a text is mostly the words of the statute, which say what has to be shown and show nothing. */
export function pastesTheStatute(words: readonly string[]): boolean {
  if (words.length < SHORTEST) return false;
  if (words.filter((word) => vocabulary.has(word)).length < words.length * MOSTLY) return false;
  const own = runsOf(words);
  return own.filter((run) => runs.has(run)).length >= own.length * MOSTLY;
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(0, 1 - RUN).map((_word, at) => words.slice(at, at + RUN).join(' '));
}
