import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Observer, SeenJob, SeenRequest } from './observer.js';

/**
 * One span of OpenTelemetry for each request and job, sent to a collector in batches. A span says method, pattern of the
 * route and status, or kind and outcome: no id of anything or anybody, and no address. Nothing of the machine goes with it.
 */
export class Traces implements Observer {
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;

  constructor(collector: string) {
    const exporter = new OTLPTraceExporter({ url: `${collector.replace(/\/$/, '')}/v1/traces` });
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'candour' }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.tracer = this.provider.getTracer('candour');
  }

  request({ method, route, status, seconds }: SeenRequest): void {
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
    };
    this.tell(`${method} ${route}`, { kind: SpanKind.SERVER, attributes, seconds, isFault: status >= 500 });
  }

  job({ kind, outcome, seconds }: SeenJob): void {
    const attributes = { 'candour.job.kind': kind, 'candour.job.outcome': outcome };
    this.tell(`job ${kind}`, {
      kind: SpanKind.INTERNAL,
      attributes,
      seconds,
      isFault: outcome === 'failed',
    });
  }

  async close(): Promise<void> {
    await this.provider.shutdown();
  }

  private tell(
    name: string,
    told: {
      readonly kind: SpanKind;
      readonly attributes: Readonly<Record<string, string | number>>;
      readonly seconds: number;
      readonly isFault: boolean;
    },
  ): void {
    const { kind, attributes, seconds, isFault } = told;
    const ended = Date.now();
    const span = this.tracer.startSpan(name, {
      kind,
      attributes,
      startTime: ended - seconds * 1000,
      root: true,
    });
    if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  }
}
