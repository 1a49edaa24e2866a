/** What was sent, with the answers that are settled before the page is shown, whatever was sent in their place. */
export function withFixedAnswers(body: unknown, fixed: Readonly<Record<string, string>>): object {
  return { ...(typeof body === 'object' ? body : {}), ...fixed };
}
