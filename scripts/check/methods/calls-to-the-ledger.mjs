import ts from 'typescript';
import { declarationOf, placeOf } from './program.mjs';
import { visit } from './uncalled-methods.mjs';

const LEDGER = /\/src\/ledger\/ledger\.ts$/;
const PERFORMS = new Set(['perform', 'performAll', 'decide']);
const FOR_EACH = new Set(['map', 'flatMap', 'forEach', 'reduce', 'filter', 'some', 'every', 'find']);
/** That a concern is read is committed before a word of it is opened (walls.md §3), and so before any act upon it. */
const RECORDS_A_READING = /\/src\/concerns\/reading\//;
/** The demo world and the console play many acts one after the other, as many people would; so does a job of the operator. */
const PLAYS_MANY_ACTS =
  /\/src\/((demo-world|console)\/|concerns\/(erasing\/expired-concerns|key-exchange\/sealing-anew)\.ts$)/;

/** Methods that reach the ledger more than once on one path: what one person does once is then done in parts. */
export function callsToTheLedger({ root, sources, checker }) {
  const writes = new Map();
  const methods = sources
    .filter(({ fileName }) => !LEDGER.test(fileName) && !PLAYS_MANY_ACTS.test(fileName))
    .flatMap((source) => methodsOf(source));
  return methods
    .filter((method) => method.body && mostIn(method.body) > 1)
    .map((method) => `${placeOf(root, method)}: reaches the ledger in more than one transaction`);

  /** The most transactions that any path through this node begins. */
  function mostIn(node) {
    if (ts.isBlock(node) || ts.isSourceFile(node)) return mostInAll(node.statements);
    if (ts.isIfStatement(node))
      return mostIn(node.expression) + Math.max(mostIn(node.thenStatement), mostOf(node.elseStatement));
    if (ts.isConditionalExpression(node))
      return mostIn(node.condition) + Math.max(mostIn(node.whenTrue), mostIn(node.whenFalse));
    if (ts.isSwitchStatement(node))
      return Math.max(0, ...node.caseBlock.clauses.map((clause) => mostInAll(clause.statements)));
    if (ts.isIterationStatement(node, false)) return repeated(mostInParts(node));
    if (ts.isCallExpression(node)) return mostInCall(node);
    return mostInParts(node);
  }

  /** A branch that leaves goes no further, so what follows it is another path. */
  function mostInAll(statements) {
    const [first, ...rest] = statements;
    if (first === undefined) return 0;
    if (ts.isIfStatement(first) && leaves(first.thenStatement) && !first.elseStatement)
      return mostIn(first.expression) + Math.max(mostIn(first.thenStatement), mostInAll(rest));
    return leaves(first) ? mostIn(first) : mostIn(first) + mostInAll(rest);
  }

  function mostInParts(node) {
    let sum = 0;
    ts.forEachChild(node, (child) => {
      sum += mostIn(child);
    });
    return sum;
  }

  function mostInCall(call) {
    const own = isWrite(call) ? 1 : 0;
    return own + (doesForEach(call) ? repeated(mostInParts(call)) : mostInParts(call));
  }

  function mostOf(node) {
    return node ? mostIn(node) : 0;
  }

  function isWrite(call) {
    const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
    const declaration = declarationOf(checker, name);
    if (declaration === undefined) return false;
    const { fileName } = declaration.getSourceFile();
    if (RECORDS_A_READING.test(fileName)) return false;
    if (LEDGER.test(fileName))
      return ts.isMethodDeclaration(declaration) && PERFORMS.has(declaration.name.getText());
    return ts.isMethodDeclaration(declaration) && writesItself(declaration);
  }

  /** True when the method leads to the ledger, by whatever other methods. */
  function writesItself(method) {
    const known = writes.get(method);
    if (known !== undefined) return known;
    writes.set(method, false);
    let found = false;
    if (method.body && !LEDGER.test(method.getSourceFile().fileName))
      visit(method.body, (node) => {
        found ||= ts.isCallExpression(node) && isWrite(node);
      });
    writes.set(method, found);
    return found;
  }
}

function doesForEach({ expression }) {
  return ts.isPropertyAccessExpression(expression) && FOR_EACH.has(expression.name.text);
}

/** What is done in a loop may be done any number of times. */
function repeated(count) {
  return count > 0 ? 2 : 0;
}

function leaves(statement) {
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  return (
    ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement)
  );
}

function methodsOf(source) {
  const found = [];
  visit(source, (node) => {
    if (ts.isMethodDeclaration(node) && ts.isClassLike(node.parent)) found.push(node);
  });
  return found;
}
