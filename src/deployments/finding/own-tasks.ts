import type { Mention } from '../../evidence/mentions.js';
import type { DeploymentDetail } from './deployment-view.js';
import { NEXT_STATES } from '../next-states.js';

/** One thing that a trust can do with its record. */
export interface OwnTask {
  readonly text: string;
  readonly href: string;
  readonly hint: string;
  readonly state: string;
  readonly tone: string;
}

/** What a trust can do with its own deployment, in order; nothing is offered that would be refused. */
export function ownTasks(detail: DeploymentDetail): readonly OwnTask[] {
  const at = `/deployments/${detail.key}`;
  const isScreened = detail.screenings.length > 0;
  return [
    ...wordTasks(detail, at),
    ...partTasks(detail, at),
    task(
      'Change or withdraw',
      `/mending/about/deployment/${detail.id}`,
      'Put right what you recorded wrongly.',
      'Open',
    ),
    task('What the trust says', `${at}/claims`, 'Your account stands beside what sources say.', 'Open'),
    task(
      'Documents',
      `/evidence/about/deployment/${detail.id}`,
      'Papers that bear out what you say: agreements, assessments, minutes.',
      'Open',
    ),
    task(
      'Screening',
      `${at}/screening`,
      'Twelve questions about what the scheme does.',
      isScreened ? 'Done' : 'Not yet answered',
    ),
    task(
      'The people on the scheme',
      `${at}/people`,
      'Whether they have a history of offences, all together.',
      detail.offenceHistory === null ? 'Not yet answered' : 'Done',
    ),
    ...(NEXT_STATES[detail.stateCode].length === 0
      ? []
      : [task('Next step in its life', `${at}/step`, 'Start, pause, halt, step down or end.', 'Open')]),
    ...(detail.published || !isScreened
      ? []
      : [task('Check and publish', `${at}/publish`, 'After this, everyone can read it.', 'Not yet done')]),
  ];
}

/** What the trust says of the scheme itself, and says against what sources say of it. */
function wordTasks({ id, registeredBy }: DeploymentDetail, at: string): readonly OwnTask[] {
  if (registeredBy === 'trust')
    return [task('Name, area and note', `${at}/details`, 'Mend what you said of the scheme.', 'Done')];
  const hint = 'It stays, and your correction stands beside it with your reason.';
  return [
    task('Note and website', `${at}/details`, 'Your own words for readers.', 'Open'),
    task('Correct what sources say', `/corrections/deployment/${id}`, hint, 'Open'),
  ];
}

/** The names, places and agencies of a scheme, each with how many there are. */
function partTasks(detail: DeploymentDetail, at: string): readonly OwnTask[] {
  return [
    task(
      'Names',
      `${at}/names`,
      'Every name it has gone by, so that people can find it.',
      count(detail.names.length),
    ),
    task(
      'Where it lies',
      `${at}/where`,
      'The region, county and town, so that people there can find it.',
      count(detail.places.length),
    ),
    task(
      'Agencies',
      `${at}/agencies`,
      'Police, ambulance, voluntary organisations, funders.',
      count(detail.agencies.length),
    ),
  ];
}

/** What other rooms ask of a trust about its deployment, in the order in which they introduced themselves. */
export function tasksElsewhere(mentions: readonly Mention[]): readonly OwnTask[] {
  return mentions.flatMap(({ text, href, state, task: hint }) =>
    hint === undefined ? [] : [task(text, href, hint, state ?? 'Open')],
  );
}

function task(text: string, href: string, hint: string, state: string): OwnTask {
  return { text, href, hint, state, tone: state.startsWith('Not yet') ? 'waiting' : 'quiet' };
}

function count(things: number): string {
  return things === 0 ? 'None yet' : String(things);
}
