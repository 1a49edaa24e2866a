import { defineForm } from '../form.js';
import { files, UploadedFile } from './files.js';

const Attach = defineForm({
  id: 'Attach',
  fields: { evidence: files({ label: 'Evidence', max: 2, maxBytes: 1024 * 1024 }) },
});

function file(name: string, bytes: number, cutShort = false): UploadedFile {
  return new UploadedFile(name, 'text/plain', Buffer.alloc(bytes), cutShort);
}

describe('files sent with a form', () => {
  it('arrive one or several', () => {
    expect(Attach.read({ evidence: file('a.txt', 3) })).toMatchObject({
      values: { evidence: [{ name: 'a.txt' }] },
    });
    expect(Attach.read({ evidence: [file('a', 1), file('b', 1)] }).ok).toBe(true);
  });

  it.each([
    [[], 'Select the evidence'],
    [undefined, 'Select the evidence'],
    [[file('a', 1), file('b', 1), file('c', 1)], 'Evidence: select 2 files at most.'],
    [[file('big.pdf', 2 * 1024 * 1024)], '“big.pdf” must be smaller than 1MB.'],
    [[file('cut.pdf', 10, true)], '“cut.pdf” must be smaller than 1MB.'],
    [[file('empty.txt', 0)], '“empty.txt” is empty. Select another file.'],
    ['only its name', 'Select the file again: it did not arrive as a file.'],
  ])('are refused with the reason', (evidence, text) => {
    expect(Attach.read({ evidence })).toMatchObject({ ok: false, issues: [{ text, href: '#evidence' }] });
  });
});
