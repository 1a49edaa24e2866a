import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { OPERATOR } from '../../src/identity/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { askForJob } from '../../src/platform/jobs/job-request.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { createApplication } from '../../src/application.js';
import { Observations } from '../../src/platform/observing/observations.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { testSettings } from '../support/settings.js';

const INTAKE = ['/answers', '/answers/online', '/leave', '/assets/nothing.css', '/api/v1/concerns'];
const ID = newId();

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly unknown[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

interface Span {
  readonly name: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string }[];
}

describe('What operators may measure', () => {
  let candour: RunningCandour;
  let collector: Server;
  let metricsAt: string;
  const sent: Sent[] = [];

  beforeAll(async () => {
    collector = createServer((request, response) => {
      void json(request).then((body) => {
        sent.push(body as Sent);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    const [port, collectorPort] = [await freePort(), await listening(collector)];
    metricsAt = `http://127.0.0.1:${port}`;
    candour = await runningCandour({
      variables: {
        METRICS_LISTEN: `127.0.0.1:${port}`,
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collectorPort}`,
      },
    });
    for (const path of ['/deployments?q=Ermintrude', `/people/${ID}`, '/nowhere/Ermintrude'])
      await fetch(candour.address + path, { redirect: 'manual' });
    for (const path of INTAKE) await fetch(candour.address + path, { redirect: 'manual' });
    await workedOff('count the letters');
  });

  afterAll(async () => {
    collector.close();
    await candour.close();
  });

  it('is requests by route and jobs by kind, read by Prometheus at an address of its own', async () => {
    const text = await metrics();
    expect(text).toContain('candour_request_seconds_count{method="GET",route="/deployments",status="200"} 1');
    expect(text).toContain('candour_request_seconds_count{method="GET",route="/people/:id",status="303"} 1');
    expect(text).toContain('candour_job_seconds_count{kind="count the letters",outcome="done"} 1');
    expect(text).toContain('candour_ready 1');
    expect((await fetch(`${candour.address}/metrics`)).status).toBe(404);
    expect((await fetch(metricsAt, { method: 'POST' })).status).toBe(405);
  });

  it('is spans for an OpenTelemetry collector, with nothing of the machine and no trace that leads to another', async () => {
    await candour.app.get(Observations).onApplicationShutdown();
    const spans = sent.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
    // What the worker does of itself every minute comes when it comes.
    const asked = spans.map(({ name }) => name).filter((name) => name !== 'job tell-notices');
    expect(asked.sort()).toEqual(['GET /deployments', 'GET /people/:id', 'job count the letters'].sort());
    expect(sent[0]?.resourceSpans[0]?.resource.attributes).toEqual([
      { key: 'service.name', value: { stringValue: 'candour' } },
    ]);
    expect(spans.filter(({ parentSpanId }) => parentSpanId)).toEqual([]);
  });

  it('never holds what was typed, an id, or that somebody was where people file', () => {
    const everything = JSON.stringify(sent) + scraped.join('');
    expect(scraped.join('').length).toBeGreaterThan(500);
    for (const word of ['Ermintrude', ID, 'answers', 'leave', 'concerns', 'assets', 'process_cpu', 'argon'])
      expect(everything).not.toContain(word);
  });

  it('is refused with a sentence when the address is taken', async () => {
    const taken = createServer();
    const port = await listening(taken);
    const { connection } = candour.database;
    await expect(
      createApplication(testSettings({ METRICS_LISTEN: `127.0.0.1:${port}` }), connection),
    ).rejects.toThrow('METRICS_LISTEN');
    taken.close();
  });

  const scraped: string[] = [];

  async function metrics(): Promise<string> {
    const text = await (await fetch(`${metricsAt}/metrics`)).text();
    scraped.push(text);
    return text;
  }

  async function workedOff(task: string): Promise<void> {
    const done = new Promise<void>((resolve) => {
      candour.app.get(Worker).teach(task, () => {
        setTimeout(resolve, 300);
        return Promise.resolve({});
      });
    });
    const { statement } = askForJob({ task, title: task, askedBy: null, input: {} });
    await candour.app.get(Ledger).perform(OPERATOR, running(statement));
    await done;
  }
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
