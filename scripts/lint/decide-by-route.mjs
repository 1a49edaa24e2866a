const ADDRESSES = new Set(['url', 'originalUrl']);

/**
 * Forbids looking at the address of a request: one route has many spellings (`/%61nswers`, `//answers`), so a wall or a
 * silence that goes by the text of the address has holes. It asks the compiler whether the address is that of a request
 * of Fastify or of Node, so the address of a link or of this module is nobody's business.
 */
export const decideByRoute = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      address:
        'Decide by the route that answers: routeOf, isAnsweredIn. To show or come back to an address, use addressOf.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isRequests = (symbol) =>
      (symbol?.declarations ?? []).some((declaration) => {
        const file = declaration.getSourceFile().fileName;
        return file.includes('/node_modules/fastify/') || file.includes('/node_modules/@types/node/http');
      });
    const report = (node) => context.report({ node, messageId: 'address' });
    return {
      'MemberExpression > Identifier.property'(property) {
        if (ADDRESSES.has(property.name) && isRequests(services.getSymbolAtLocation(property)))
          report(property);
      },
      'ObjectPattern > Property'({ key, parent }) {
        if (key.type !== 'Identifier' || !ADDRESSES.has(key.name)) return;
        if (isRequests(services.getTypeAtLocation(parent).getProperty(key.name))) report(key);
      },
    };
  },
};
