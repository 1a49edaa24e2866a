import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Download } from './download.js';

describe('a download', () => {
  it('makes cells that start a formula inert, and keeps every other cell as it is', async () => {
    const rows = ['=1+1', '+44 20', '-2', '@SUM(A1)', '\tx', 'plain', 'a "quoted", cell', 'caf\u00e9\nbar'];
    const csv = await written(
      Download.csv('a.csv', [{ heading: 'Said', cell: (said: string) => said }], rows),
    );
    expect(csv).toBe(
      '\ufeffSaid\r\n\'=1+1\r\n\'+44 20\r\n\'-2\r\n\'@SUM(A1)\r\n\'\tx\r\nplain\r\n"a ""quoted"", cell"\r\n"caf\u00e9\nbar"\r\n',
    );
  });

  it('leaves a negative number a number, and a missing cell empty', async () => {
    const columns = [
      { heading: 'n', cell: (row: { n: number | null }) => row.n },
      { heading: 'known', cell: (row: { n: number | null }) => row.n !== null },
    ];
    const csv = await written(Download.csv('a.csv', columns, [{ n: -5 }, { n: null }]));
    expect(csv).toBe('\ufeffn,known\r\n-5,yes\r\n,no\r\n');
  });

  it('names the file without letting the name add a header or a path', () => {
    expect(Download.text('r\u00e9sum\u00e9 "x"\r\n/../y.txt', '').disposition).toBe(
      `attachment; filename="re-sume-x-..-y.txt"; filename*=UTF-8''r%C3%A9sum%C3%A9%20%22x%22%0D%0A%2F..%2Fy.txt`,
    );
  });
});

async function written(download: Download): Promise<string> {
  return (await buffer(Readable.from(download.content))).toString('utf8');
}
