import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Publishes the OpenAPI document at `/api/openapi.json` and pages to read and try it at `/docs`. */
export function describeApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Candour')
    .setDescription(
      'The register and review engine for Serenity Integrated Mentoring and schemes like it. Faults are answered as application/problem+json (RFC 9457); lists are paged by `after`.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', description: 'A personal access token, made in your account.' })
    .build();
  const document = () => SwaggerModule.createDocument(app, description);
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: '/api/openapi.json', raw: ['json'] });
}
