const TYPEORM_WRITES = new Set([
  ...['transaction', 'startTransaction', 'save', 'insert', 'insertMany', 'update', 'updateAll', 'upsert'],
  ...['delete', 'deleteAll', 'remove', 'clear', 'softDelete', 'softRemove', 'restore', 'recover'],
  ...['increment', 'decrement'],
]);

/**
 * Forbids what changes rows, outside the ledger and the platform: TypeORM's writing methods, and the write method of
 * our own Database unless `keepsOwnRows` is set. It asks the compiler where the called method is declared, so a Map's
 * delete and a hash's update are nobody's business.
 */
export const oneDoorForWrites = {
  meta: {
    type: 'problem',
    schema: [
      { type: 'object', properties: { keepsOwnRows: { type: 'boolean' } }, additionalProperties: false },
    ],
    defaultOptions: [{ keepsOwnRows: false }],
    messages: {
      door: '"{{method}}" changes rows past the ledger. Build an act and give it to the ledger, which writes its event.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const [{ keepsOwnRows }] = context.options;
    return {
      'CallExpression > MemberExpression.callee > Identifier.property'(property) {
        const method = property.name;
        const isOpen = (file) =>
          (TYPEORM_WRITES.has(method) && file.includes('/node_modules/typeorm/')) ||
          (method === 'write' && !keepsOwnRows && file.endsWith('/platform/database/database.ts'));
        const declarations = services.getSymbolAtLocation(property)?.declarations ?? [];
        if (declarations.some((declaration) => isOpen(declaration.getSourceFile().fileName))) {
          context.report({ node: property, messageId: 'door', data: { method } });
        }
      },
    };
  },
};
