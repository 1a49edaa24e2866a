import { checkFile } from '../check-file.js';
import { readFlow } from '../read-flow.js';
import { recordFileJsonSchema } from '../record-file.js';

const picked = [{ provisionId: 'care-s42', why: 'The council asked' }, { provisionId: 'cda-s115' }];

const everywhere = {
  assertions: [
    {
      dpa1998Law: picked,
      functionLaw: picked,
      s11DutyLaw: picked,
      offences: picked,
      art8Text: { legalBasisLaw: picked },
    },
  ],
  confidentiality: { routeLaw: picked },
  reuse: { s36AuthorisationLaw: picked },
  transparency: { exemption: { law: picked } },
};

describe('Law picked from the list of provisions', () => {
  it('is kept beside every field that takes law in words', () => {
    expect(checkFile(everywhere)).toEqual({ usable: true, file: { flows: [everywhere] } });
    expect(readFlow(everywhere)).toEqual(everywhere);
  });

  it('is refused by its path where the list does not hold it, with the reason', () => {
    expect(
      checkFile({ confidentiality: { routeLaw: [...picked, { provisionId: 'care-act-42', why: 'x' }] } }),
    ).toEqual({
      usable: false,
      problems: [
        {
          path: 'confidentiality.routeLaw[2].provisionId',
          reason:
            '“care-act-42” is not on the list of provisions. Write the id that the list gives the provision, such as care-s42.',
        },
      ],
    });
    expect(
      checkFile({ reuse: { s36AuthorisationLaw: [{ provisionId: 'poa-bill', why: 'x' }] } }),
    ).toMatchObject({
      usable: false,
      problems: [
        {
          path: 'reuse.s36AuthorisationLaw[0].provisionId',
          reason: expect.stringMatching(/ cannot be picked as a basis: .* Write the id of the law itself/),
        },
      ],
    });
    expect(checkFile({ assertions: [{ functionLaw: [{ provision: 'care-s42' }] }] })).toMatchObject({
      problems: [{ path: 'assertions[0].functionLaw[0].provision' }],
    });
    expect(checkFile({ assertions: [{ functionLaw: ['care-s42'] }] })).toMatchObject({ usable: false });
  });

  it.each(['care-act-42', 'duaa-s70', '', 'constructor', '__proto__', 'CARE-S42', 7, ['care-s42'], {}])(
    'names no law as %j where a record is read leniently, and everything else of the record stays',
    (provisionId) => {
      const flow = { title: 'Panel', confidentiality: { routeLaw: [{ provisionId, why: 'x' }, ...picked] } };
      expect(readFlow(flow)).toEqual({
        title: 'Panel',
        confidentiality: { routeLaw: [{ why: 'x' }, ...picked] },
      });
    },
  );

  it('is described to programs', () => {
    expect(JSON.stringify(recordFileJsonSchema())).toContain('by its id on the list of provisions');
  });
});
