/** The part a party plays under data-protection law for one flow. */
export const controllerRoles = [
  { code: 'CONTROLLER', label: 'Controller: decides why and how' },
  { code: 'JOINT_CONTROLLER', label: 'Joint controller: decides together with others' },
  { code: 'PROCESSOR', label: 'Processor: acts only on a controller’s instructions' },
  { code: 'NOT_A_CONTROLLER', label: 'Neither (for example a family member)' },
] as const;
