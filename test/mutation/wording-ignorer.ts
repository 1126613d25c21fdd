/** What is read of the syntax tree: Babel's, of which Stryker's own type says nothing. */
interface Node {
  isStringLiteral(): boolean;
  isTemplateLiteral(): boolean;
  findParent(test: (parent: Node) => boolean): Node | null;
  isThrowStatement(): boolean;
  isCallExpression(): boolean;
  readonly node: { readonly callee?: { readonly name?: string } };
}

/**
 * The words of an error are not what a test of a formula should pin: that it is thrown is. Reason codes, which decisions
 * rest on, are returned and not thrown, so they are changed like everything else.
 */
const value = {
  shouldIgnore(path: unknown): string | undefined {
    const node = path as Node;
    if (!node.isStringLiteral() && !node.isTemplateLiteral()) return undefined;
    return node.findParent((parent) => parent.isThrowStatement() || isCheck(parent)) === null
      ? undefined
      : 'the words of an error';
  },
};

/** What is given to a check, as `checkDepth(k, 'The k of NDCG')`, becomes a word of its error. */
function isCheck(node: Node): boolean {
  return node.isCallExpression() && node.node.callee?.name?.startsWith('check') === true;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'wording', value }];
