import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { PastRequestDetail } from './past-requests.queries.js';
import { toldTrusts, type ToldTrust } from './told-answer.js';

/** The trusts that were asked, one a row, as a table to download. */
export function trustsTable(request: PastRequestDetail): Download {
  const columns: CsvColumn<ToldTrust>[] = [
    { heading: 'request', cell: () => request.key },
    { heading: 'list_as_of', cell: ({ trust }) => trust.listAsOf },
    { heading: 'trust_then', cell: ({ nameThen }) => nameThen },
    { heading: 'trust_key', cell: ({ trust }) => trust.key },
    { heading: 'ods_code', cell: ({ trust }) => trust.odsCode },
    { heading: 'gave', cell: ({ trust }) => trust.gave },
    { heading: 'trust_now', cell: ({ now }) => now.map(({ name }) => name).join('; ') },
    { heading: 'trust_now_key', cell: ({ now }) => now.map(({ key }) => key).join('; ') },
    { heading: 'what_became_of_it', cell: ({ nowInWords }) => nowInWords },
    { heading: 'answer', cell: ({ answer }) => answer.standing },
    { heading: 'answer_in_words', cell: ({ answer }) => answer.words },
    {
      heading: 'what_sources_say',
      cell: ({ answer }) => answer.said.map(({ statement }) => statement).join(' '),
    },
    {
      heading: 'sources_of_answer',
      cell: ({ answer }) =>
        answer.said.flatMap(({ sources }) => sources.map(({ urls, title }) => urls[0] ?? title)).join(' '),
    },
    {
      heading: 'type_rests_on',
      cell: ({ trust }) => trust.sources.map(({ urls, title }) => urls[0] ?? title).join(' '),
    },
    { heading: 'type_confidence', cell: ({ trust }) => trust.confidence },
    { heading: 'type_then_confidence', cell: ({ trust }) => trust.thenConfidence },
    { heading: 'fictional', cell: () => request.fictional },
  ];
  return Download.csv(`${request.key}-trusts.csv`, columns, toldTrusts(request.trusts, request.answers));
}
