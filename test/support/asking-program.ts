/** Asks by GET, or posts the body there is, and gets JSON. */
export type AskingProgram = (path: string, body?: unknown) => Promise<unknown>;

/** A program that asks the API of this address with an access token. */
export function askingProgram(address: string, token: string, ask: typeof fetch = fetch): AskingProgram {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return (await ask(new URL(path, address).href, { ...sent, headers })).json();
  };
}
