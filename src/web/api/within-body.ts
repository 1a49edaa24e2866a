import { Unprocessable } from '../../kernel/refusal.js';

/**
 * Does an act that is told one part of what a program sent. Faults of that part name their place in the whole body, so
 * that a pointer of the problem document leads to the value that is to be mended (RFC 6901).
 */
export async function withinBody<T>(part: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (!(refusal instanceof Unprocessable)) throw refusal;
    const issues = refusal.issues.map(({ field, text }) => ({
      field: [part, field].filter(Boolean).join('.'),
      text,
    }));
    throw new Unprocessable(issues, 'Some values need attention. Mend them and send the request again.');
  }
}
