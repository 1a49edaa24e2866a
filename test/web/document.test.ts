import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { sampleApp } from './sample.app.js';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await sampleApp();
});

afterAll(() => app.close());

describe('The document of the API', () => {
  it('describes a form by the same schema that holds its answers, and is valid', async () => {
    const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Sample').build());
    const { valid, errors } = await new Validator().validate(
      structuredClone<Record<string, unknown>>({ ...document }),
    );
    expect([valid, errors]).toEqual([true, undefined]);
    expect(document.components?.schemas?.['EveryKind']).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['name', 'story', 'role', 'version']) as string[],
      properties: {
        name: { type: 'string', maxLength: 60, description: 'Name of the scheme' },
        role: { enum: ['me', 'carer', 'staff'] },
        themes: { type: 'array', items: { enum: ['care', 'police', 'none'] } },
        share: { type: 'boolean' },
        reviewedOn: { type: 'string', format: 'date' },
        cost: { type: 'number', minimum: 0, maximum: 1_000_000 },
      },
    });
  });

  it('is the same every time it is made', () => {
    const make = () => SwaggerModule.createDocument(app, new DocumentBuilder().build());
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });
});
