import type { Picture } from '../../web/pictures/picture.js';
import { day, plural } from '../../web/words.js';
import { timeLineTwin, type NumberedFact, type TimeLine } from './time-line.js';
import { timeLinePicture } from './time-line-picture.js';

/** The time line as a picture; null where nothing of the scheme is dated. */
export function pictureOfTimeLine(line: TimeLine, scheme: { readonly key: string }): Picture | null {
  const own = line.facts.filter(({ sayer }) => sayer !== 'TEXT');
  if (own.length === 0) return null;
  return timeLinePicture(line, {
    id: 'time-line',
    finding: findingOf(own),
    description: DESCRIPTION,
    twin: timeLineTwin(line),
    csv: `/deployments/${scheme.key}/time-line.csv`,
  });
}

const DESCRIPTION =
  'A time line. Every point has the number of its row in the table, which says it in full. A circle is said by a source, a square by the trust itself, a diamond is the text of guidance or law. ' +
  'A point with a dashed outline was planned, or has only the date of the source that says it. A grey bar is as long as a date is uncertain.';

/** What the line shows in one sentence: from where to where, and on whose word. */
function findingOf(own: readonly NumberedFact[]): string {
  const happened = own.filter(({ lane, dateOf }) => lane === 'STATE' && dateOf !== 'PLAN');
  const [first, last] = [happened[0], happened.at(-1)];
  const ends = first === undefined || last === undefined ? '' : spanInWords(first, last);
  return `${ends}${plural(own.length, 'dated fact')}${sayersInWords(own)}.`;
}

function sayersInWords(own: readonly NumberedFact[]): string {
  const [all, byTrust] = [own.length, own.filter(({ sayer }) => sayer === 'TRUST').length];
  if (byTrust === 0) return ', said by sources';
  if (byTrust === all) return ', said by the trust alone';
  return `: ${String(all - byTrust)} said by sources and ${String(byTrust)} by the trust itself`;
}

function spanInWords(first: NumberedFact, last: NumberedFact): string {
  const said = ({ short, when }: NumberedFact): string => `${short}, ${day(when)}`;
  return first === last ? `${said(first)}. ` : `First: ${said(first)}. Last: ${said(last)}. `;
}
