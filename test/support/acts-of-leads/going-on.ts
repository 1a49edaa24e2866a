import { resultByHand, mustMeetByHand } from '../result-by-hand.js';
import {
  closeModeration,
  closeReplies,
  decideReply,
  prepare,
  propose,
  release,
} from './acts-of-moderation.js';
import { decideInterest, decideSecond, join, lock } from './acts-of-the-panel.js';
import { RESERVE, seated, type Lead, type Stage } from './stage.js';

const ENOUGH = 20;

/** Takes a review honestly to a published result, from wherever it stands; says whether it came there. */
export async function goOnToTheEnd(stage: Stage): Promise<boolean> {
  for (let step = 0; step < ENOUGH; step += 1) if (await goOn(stage)) return true;
  return false;
}

/** Takes the next honest step of a review, and says whether nothing is left to do. */
export async function goOn(stage: Stage): Promise<boolean> {
  await decideWhatWaits(stage);
  const { scoresOpenedOn, moderationClosedOn, replyClosedOn } = await stage.header();
  if (moderationClosedOn === null) {
    for (const { name, locked, ended, aside } of seated(stage))
      if (!locked && !ended && !aside) await lock(stage, name);
    await completePanel(stage);
    if ((await stage.header()).scoresOpenedOn === null || scoresOpenedOn === null) return false;
    if (await meet(stage)) return false;
    stage.later(10);
    await closeModeration(stage, 'lead');
    return false;
  }
  if (replyClosedOn === null) {
    while (stage.replies.length > 0) await decideReply(stage, 'lead', null);
    stage.later(30);
    await closeReplies(stage, 'otherLead');
    return false;
  }
  if (isDone(stage)) return true;
  await prepare(stage, 'otherLead');
  await release(stage, 'lead');
  return isDone(stage);
}

async function decideWhatWaits(stage: Stage): Promise<void> {
  for (const { name, undecided } of seated(stage))
    if (undecided) await decideInterest(stage, name, { by: 'lead', outcome: 'continue' });
  for (const { name, waitsFor } of seated(stage))
    if (waitsFor !== null) await decideSecond(stage, name, { by: otherThan(waitsFor), agrees: true });
}

/** True when what was published rests on all that was decided, and nothing waits to be decided. */
function isDone(stage: Stage): boolean {
  const waits = seated(stage).some(({ waitsFor, undecided }) => waitsFor !== null || undecided);
  return !stage.owesRelease && !waits;
}

function otherThan(lead: string): Lead {
  return lead === 'lead' ? 'otherLead' : 'lead';
}

/** Somebody joins where the scores that count are no longer of two people, one of whom has lived experience. */
async function completePanel(stage: Stage): Promise<void> {
  for (const name of RESERVE) {
    const counting = stage.record.counting();
    const lacksLived = !counting.some(({ isLived }) => isLived);
    if (!lacksLived && counting.length >= 2) return;
    if (stage.record.seats.has(name)) continue;
    await join(stage, name, lacksLived ? 'lived-experience' : 'reviewer');
    await lock(stage, name);
  }
}

/** What must be met about and was not is proposed as it would count anyway; says whether anything was. */
async function meet(stage: Stage): Promise<boolean> {
  const file = stage.record.asFile();
  const waiting = mustMeetByHand(file).filter(
    (code) => !stage.record.proposals.some(({ criterion, afterReply }) => criterion === code && !afterReply),
  );
  const { counted } = resultByHand(file);
  for (const code of waiting) {
    const score = SCORES.find((each) => each === counted[code]) ?? 'U';
    const grade = '0123'.includes(score) ? 'B' : null;
    await propose(stage, [code], { by: 'lead', score, grade });
  }
  return waiting.length > 0;
}

const SCORES = ['0', '1', '2', '3', 'U', 'X', 'N'] as const;
