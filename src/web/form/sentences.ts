import { uncapitalised } from '../words.js';
import type { Wording } from './field.js';

/** How a sentence names the answer: "Reason must be…"; a question becomes "Your answer". */
export function called(wording: Wording): string {
  return wording.called ?? (isQuestion(wording) ? 'Your answer' : wording.label);
}

/** The sentence for no answer: the form's own, or "Enter the reason", "Enter when it began", "Select an answer". */
export function missing(wording: Wording, verb: 'Enter' | 'Select'): string {
  if (wording.missing !== undefined) return wording.missing;
  if (wording.called === undefined && isQuestion(wording)) return `${verb} an answer`;
  return `${verb} ${withDefiniteArticle(uncapitalised(wording.called ?? wording.label))}`;
}

function isQuestion(wording: Wording): boolean {
  return wording.label.trimEnd().endsWith('?');
}

function withDefiniteArticle(name: string): string {
  return STANDS_ALONE.test(name) ? name : `the ${name}`;
}

const STANDS_ALONE = /^(the|an?|your|their|my|its|at|one|when|what|whether|why|who|which|how|where|if)\b/;
