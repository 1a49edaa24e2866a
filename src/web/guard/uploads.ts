import multipart, { type MultipartFile } from '@fastify/multipart';
import { RouteConfig, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Unavailable } from '../../kernel/refusal.js';
import { Unreadable, WrongKind } from '../errors/web-refusals.js';
import { UploadedFile } from '../form/kinds/files.js';
import type { WebSettings } from '../web-settings.js';

/** How many files a form may bring, and how large each may be; the server's own limits where nothing is said. */
export interface FileLimits {
  readonly files?: number;
  readonly fileBytes?: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly takesFiles?: FileLimits;
  }
}

/** Marks a handler whose form brings files; every other handler refuses them unread. */
export const TakesFiles = (limits: FileLimits = {}): ReturnType<typeof RouteConfig> =>
  RouteConfig({ takesFiles: limits });

/**
 * Reads forms with files into an ordinary body: texts as strings, files as `UploadedFile`, several under one name as a
 * list. A file beyond the limit is cut short and says so, so that the rest of the form is still there to be shown again.
 */
export async function readUploads(app: NestFastifyApplication, settings: WebSettings): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fields: 300,
      fieldSize: settings.bodyLimitBytes,
      fieldNameSize: 200,
    },
  });
  const inMemory = new Budget(settings.uploadsInMemoryBytes);
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, done) => {
    const refused = isMultipart(request) && !request.is404 && limitsOf(request) === null;
    done(refused ? new WrongKind() : undefined);
  });
  server.addHook('preValidation', async (request, reply) => {
    const limits = limitsOf(request);
    if (!request.isMultipart() || limits === null) return;
    const { files, fileBytes } = { ...settings.uploads, ...limits };
    const most = fileBytes * (files + SPARE);
    const announced = Math.min(Number(request.headers['content-length'] ?? most), most);
    const giveBack = inMemory.take(announced);
    reply.raw.once('close', giveBack);
    const read: Record<string, unknown> = {};
    request.body = read;
    try {
      await readParts(request, read, { fileSize: fileBytes, files: files + SPARE });
    } catch (fault) {
      throw fault instanceof Error && !('statusCode' in fault) ? new Unreadable(BROKEN_OFF) : fault;
    }
  });
}

/** A few more files than allowed are read, so that the form itself can say that there are too many. */
const SPARE = 3;

/** Reads part after part into the body, so that what came before a part that cannot be read is there to be shown again. */
async function readParts(
  request: FastifyRequest,
  body: Record<string, unknown>,
  limits: { readonly fileSize: number; readonly files: number },
): Promise<void> {
  for await (const part of request.parts({ limits })) {
    const sent = part.type === 'file' ? await fileOf(part) : String(part.value);
    if (sent === undefined || part.fieldname === '__proto__') continue;
    const before = Object.hasOwn(body, part.fieldname) ? body[part.fieldname] : undefined;
    body[part.fieldname] = before === undefined ? sent : [before, sent].flat();
  }
}

/** A browser sends a nameless, empty file when none was chosen: that is no file. */
async function fileOf(part: MultipartFile): Promise<UploadedFile | undefined> {
  const bytes = await part.toBuffer();
  const sent: { readonly filename?: string } = part;
  const filename = sent.filename ?? '';
  if (bytes.length === 0 && filename === '') return undefined;
  return new UploadedFile(filename, part.mimetype, bytes, part.file.truncated);
}

class Budget {
  private taken = 0;

  constructor(private readonly most: number) {}

  take(bytes: number): () => void {
    if (this.taken + bytes > this.most) throw new Unavailable(BUSY);
    this.taken += bytes;
    return () => {
      this.taken -= bytes;
    };
  }
}

const BUSY = 'Many files are arriving just now. Nothing was saved. Wait a minute, then send the form again.';

const BROKEN_OFF =
  'The sending broke off before its end, and nothing was saved. What arrived is shown below: choose the files again on the form.';

function isMultipart(request: FastifyRequest): boolean {
  return String(request.headers['content-type']).toLowerCase().startsWith('multipart/');
}

/** What the handler takes; null where it takes no files. */
function limitsOf(request: FastifyRequest): FileLimits | null {
  return request.routeOptions.config.takesFiles ?? null;
}
