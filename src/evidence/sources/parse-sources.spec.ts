import { YamlText } from '../../kernel/fact-files/yaml-file.js';
import { parseSources } from './parse-sources.js';

const sourcesIn = (yaml: string) =>
  parseSources(new YamlText('sources.yaml', `edition: '2026-11-21'\n${yaml}`)).sources;

const source =
  "{ ref: '7', title: A page, publisher: A body, published: '2021-06', urls: ['https://example.org/a'] }";

describe('The list of sources', () => {
  it('gives each source under the number it is cited by', () => {
    const found = sourcesIn(`sources: [${source}]`).get('7');
    expect(found).toMatchObject({
      title: 'A page',
      publishedConfidence: 'A',
      published: { precision: 'month' },
    });
  });

  it.each([
    [`[${source}, ${source}]`, /7: is used twice/],
    [`[${source.replace("'https://example.org/a'", '')}]`, /has no address, and no note that says why/],
    [`[${source.replace('https:', 'javascript:')}]`, /sources.0.urls.0/],
    [`[${source.replace("'7'", 'seven')}]`, /is not a source number/],
    [`[${source.replace("'2021-06'", 'June 2021')}]`, /is not a date like/],
    ['[]', /sources: /],
  ])('is refused with a reason: %#', (sources, reason) => {
    expect(() => sourcesIn(`sources: ${sources}`)).toThrow(reason);
  });

  it.each([
    ['sources: []', /edition: is the day on which the files were last compiled, written in quotes/],
    ["edition: '2026-02-30'\nsources: []", /line 1: edition: is not a day like 2026-11-30/],
  ])('belongs to an edition: %#', (yaml, reason) => {
    expect(() => parseSources(new YamlText('sources.yaml', yaml))).toThrow(reason);
  });
});
