import { Unprocessable } from '../../kernel/refusal.js';

/** Content that may be kept, and what it is. */
export interface SafeContent {
  readonly content: Uint8Array;
  readonly mediaType: string;
}

const DOCUMENTS = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const MOST_PIXELS = 50_000_000;

/**
 * Makes what was uploaded safe to keep: its type is told by its content, never by its name; pictures are decoded and
 * encoded anew, so that the place and device they were taken with are gone.
 * What reads types and pictures is loaded with the first file, because a process that reads none need not hold it.
 * @throws Unprocessable with a sentence for the file field when it is empty, of another type, or damaged.
 */
export async function safeContent(uploaded: Uint8Array): Promise<SafeContent> {
  if (uploaded.byteLength === 0) throw refused('The file is empty. Choose another file.');
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(uploaded);
  if (found && PICTURES.has(found.mime)) return encodedAnew(uploaded);
  if (found && DOCUMENTS.has(found.mime)) return { content: uploaded, mediaType: found.mime };
  if (!found && isPlainText(uploaded)) return { content: uploaded, mediaType: 'text/plain; charset=utf-8' };
  throw refused(
    'The file must be a PDF, a Word or OpenDocument file, a spreadsheet, a picture (JPEG, PNG, WebP) or plain text.',
  );
}

async function encodedAnew(uploaded: Uint8Array): Promise<SafeContent> {
  const { default: sharp } = await import('sharp');
  try {
    const content = await sharp(uploaded, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .png()
      .toBuffer();
    return { content, mediaType: 'image/png' };
  } catch {
    throw refused('The picture is damaged or too large to read. Save it again, or choose another file.');
  }
}

function isPlainText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

function refused(text: string): Unprocessable {
  return new Unprocessable([{ field: 'file', text }]);
}
