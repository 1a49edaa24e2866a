import { FactFileFault, type FactFault } from '../../kernel/fact-files/fact-file-fault.js';
import { YamlText } from '../../kernel/fact-files/yaml-file.js';
import { type Edition, editionSchema } from './edition-schema.js';
import { nameFaults } from './name-faults.js';

/**
 * Reads an edition from YAML and guarantees that every name in it leads somewhere: each criterion to its domain,
 * guidelines and letter concerns, each id used once, each period in its order.
 * @throws FactFileFault listing all faults at once, each with its line.
 */
export function parseEdition(given: string | Uint8Array, file = 'file'): Edition {
  const yaml = new YamlText(file, given);
  const shape = editionSchema.safeParse(yaml.content);
  const faults: FactFault[] = [
    ...(shape.success ? [] : yaml.faultsOf(shape.error)),
    ...nameFaults(yaml.content).map(({ path, text }) => yaml.fault(path, text)),
  ];
  if (shape.success && faults.length === 0) return shape.data;
  throw new FactFileFault(faults.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)));
}
