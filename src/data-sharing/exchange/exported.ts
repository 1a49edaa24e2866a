import type { Uuid } from '../../kernel/identifiers.js';
import { Download } from '../../web/answer/download.js';
import type { HeldFlow } from './exchange.queries.js';
import { flowSheet } from './flow-sheet.js';

/** The name under which an empty spreadsheet asks for a new flow. */
const NEW_FLOW = 'new-1';

/** The flows as `candour rules check` and the import read them; every answer is as it is recorded. */
export function recordsOf(deploymentId: Uuid, flows: readonly HeldFlow[]): { readonly flows: object[] } {
  return { flows: flows.map(({ id, content }) => ({ id, deploymentId, ...content })) };
}

/** The JSON file of flows. */
export function exportedJson(fileName: string, deploymentId: Uuid, flows: readonly HeldFlow[]): Download {
  const text = `${JSON.stringify(recordsOf(deploymentId, flows), null, 2)}\n`;
  return new Download(fileName, 'application/json; charset=utf-8', text);
}

/** The spreadsheet of flows, or the questions of a new one where there are none. */
export function exportedSheet(fileName: string, flows: readonly HeldFlow[]): Download {
  const asked = flows.map(({ id, content }) => ({ key: id, content }));
  return flowSheet(fileName, asked.length === 0 ? [{ key: NEW_FLOW, content: {} }] : asked);
}
