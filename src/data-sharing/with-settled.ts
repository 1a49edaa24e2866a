/** What was sent, with the answers that are settled before the page is shown, whatever was sent in their place. */
export function withSettled(body: unknown, settled: Readonly<Record<string, string>>): object {
  return { ...(typeof body === 'object' ? body : {}), ...settled };
}
