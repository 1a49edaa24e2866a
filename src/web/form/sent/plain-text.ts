import { z } from 'zod';

/** What a typed text must satisfy, in the order in which faults are told. */
export interface TextRule {
  readonly called: string;
  readonly missing: string;
  /** Most characters, counted as people count them (Unicode code points, line ends as one). */
  readonly max: number;
  readonly oneLine?: boolean;
  /** A further rule; returns the sentence when the text breaks it. */
  readonly check?: ((text: string) => string | undefined) | undefined;
}

/**
 * A text stored as it was typed: only CRLF becomes LF, as forms send it. NUL and lone surrogates are refused,
 * because PostgreSQL cannot store them and a silent change would not be faithful.
 */
export function plainText(rule: TextRule): z.ZodString {
  return z
    .string({ error: (issue) => (issue.input === undefined ? rule.missing : `${rule.called} must be text.`) })
    .overwrite((typed) => typed.replace(/\r\n?/g, '\n'))
    .check((checked) => {
      const message = faultOf(checked.value, rule);
      if (message !== undefined) checked.issues.push({ code: 'custom', input: checked.value, message });
    })
    .meta({ minLength: 1, maxLength: rule.max });
}

function faultOf(text: string, rule: TextRule): string | undefined {
  if (text.trim() === '') return rule.missing;
  if (text !== showable(text))
    return `${rule.called} contained a hidden character that cannot be stored. Check the text and send it again.`;
  if (rule.oneLine === true && text.includes('\n')) return `${rule.called} must be on one line.`;
  const length = text.length > rule.max ? Array.from(text).length : text.length;
  if (length > rule.max)
    return `${rule.called} must be ${count(rule.max)} characters or fewer. It has ${count(length)}.`;
  return rule.check?.(text);
}

/** The text without what no page can show again: NUL goes, a lone surrogate becomes the replacement character. */
function showable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

function count(characters: number): string {
  return characters.toLocaleString('en-GB');
}
