import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** The product's own sources, without specs, as the compiler understands them, and its templates as text. */
export function programOf(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const program = ts.createProgram({
    rootNames: sources.map((file) => join(root, 'src', file)),
    options: { ...options, noEmit: true },
  });
  const own = program.getSourceFiles().filter(({ fileName }) => relative(root, fileName).startsWith('src/'));
  const templates = files
    .filter((file) => file.endsWith('.njk'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  return { root, sources: own, checker: program.getTypeChecker(), templates };
}

/** The declaration that a called or read name leads to, through imports and generics. */
export function declarationOf(checker, node) {
  const symbol = checker.getSymbolAtLocation(node);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target?.valueDeclaration ?? target?.declarations?.[0];
}

/** `src/feature/file.ts:12 Class.method` */
export function placeOf(root, node) {
  const file = node.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const owner = ts.isClassLike(node.parent) ? `${node.parent.name?.text ?? 'a class'}.` : '';
  return `${relative(root, file.fileName)}:${line} ${owner}${node.name?.getText() ?? ''}`;
}
