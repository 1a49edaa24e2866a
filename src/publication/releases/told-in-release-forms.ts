import type { ValuesIn } from '../../web/form/form.js';
import type { ResultToPrepare } from './preparing.service.js';
import type { PrepareResult } from './release.forms.js';

/** What a lead reviewer decided in the form, with one phrase for each line that is not empty. */
export function preparationIn(values: ValuesIn<typeof PrepareResult>): ResultToPrepare {
  const lines = (values.withheld ?? '').split(/\r\n?|\n/u).map((line) => line.trim());
  return {
    publishedAnywayBecause: values.publishedAnywayBecause,
    withheld: lines.filter((line) => line !== ''),
    withheldBecause: values.withheldBecause,
  };
}
