import sharp from 'sharp';
import { Unprocessable } from '../../kernel/refusal.js';
import { safeContent } from './safe-content.js';

describe('What is uploaded is made safe to keep', () => {
  it('loses the place where a picture was taken', async () => {
    const withPlace = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 38/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(withPlace).metadata()).exif).toBeDefined();
    const { content, mediaType } = await safeContent(withPlace);
    expect(mediaType).toBe('image/png');
    expect((await sharp(content).metadata()).exif).toBeUndefined();
  });

  it('keeps a PDF and plain text as they are', async () => {
    const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
    expect(await safeContent(pdf)).toEqual({ content: pdf, mediaType: 'application/pdf' });
    expect((await safeContent(Buffer.from('Minutes ✓'))).mediaType).toContain('text/plain');
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['text that is not UTF-8', Buffer.from([0x41, 0xff, 0xfe, 0x41])],
    ['a picture cut short', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('refuses %s with a sentence for the file field', async (_, content) => {
    const refusal = await safeContent(content).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Unprocessable);
    expect(refusal).toMatchObject({ issues: [{ field: 'file' }] });
  });
});
