import ts from 'typescript';
import { declarationOf, placeOf } from './program.mjs';

const CALLED_BY_THE_LANGUAGE = new Set(['toJSON', 'toString', 'valueOf']);

/**
 * Public methods that nothing in the product calls. Nest calls what it finds by a decorator or by an interface of its
 * own; a template calls by name; a method that stands for one of an interface or a parent counts as called with it.
 */
export function uncalledMethods({ root, sources, checker, templates }) {
  const named = new Set();
  for (const source of sources) visit(source, (node) => noteNamed(node, checker, named));
  const shapes = [...named].filter(isOfShape);
  const methods = sources.flatMap((source) => publicMethods(source));
  return methods
    .filter((method) => !isCalled(method))
    .map((method) => `${placeOf(root, method)}: nothing in src calls this method`);

  function isCalled(method) {
    const name = method.name.getText();
    if (named.has(method) || isCalledByShape(method, shapes, checker) || CALLED_BY_THE_LANGUAGE.has(name))
      return true;
    if (isNamedInTemplate(name, templates)) return true;
    return promisesOf(method, checker).some(
      (promise) => named.has(promise) || promise.getSourceFile().fileName.includes('/node_modules/'),
    );
  }
}

function publicMethods(source) {
  const found = [];
  visit(source, (node) => {
    if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return;
    if (ts.getDecorators(node)?.length || ts.isComputedPropertyName(node.name)) return;
    if (ts.isPrivateIdentifier(node.name)) return;
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Abstract;
    if ((ts.getCombinedModifierFlags(node) & hidden) === 0) found.push(node);
  });
  return found;
}

/** Whatever is named somewhere else than where it is declared: called, read, or handed on. */
function noteNamed(node, checker, named) {
  if (!ts.isIdentifier(node) || (ts.isMethodDeclaration(node.parent) && node.parent.name === node)) return;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) note(declarationOf(checker, node));
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    const from = checker.getTypeAtLocation(parent.parent);
    note(from.getProperty((parent.propertyName ?? parent.name).getText())?.valueDeclaration);
  }

  function note(declaration) {
    if (declaration) named.add(declaration);
  }
}

function isOfShape(declaration) {
  return ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration);
}

/** What is called on an interface or a type is called on every class that can stand behind it. */
function isCalledByShape(method, shapes, checker) {
  const name = method.name.getText();
  const own = checker.getTypeAtLocation(method.parent);
  return shapes.some(
    (shape) =>
      shape.name.getText() === name &&
      checker.isTypeAssignableTo(own, checker.getTypeAtLocation(shape.parent)),
  );
}

/** The members of interfaces and parents that this method stands for. */
function promisesOf(method, checker) {
  const heritage = method.parent.heritageClauses ?? [];
  const name = method.name.getText();
  return heritage
    .flatMap(({ types }) => types)
    .flatMap((type) => checker.getTypeAtLocation(type).getProperty(name)?.declarations ?? []);
}

function isNamedInTemplate(name, templates) {
  return new RegExp(`\\.${name}\\(`).test(templates);
}

/** Looks at a node and everything in it. */
export function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
