/** A second model in the folder `pricing`, under the rules of the first. */
export function twoModels(policy: string): string {
  const [head, rest] = policy.split('\n  mortgage-approval:\n');
  if (head === undefined || rest === undefined) throw new Error('The example has another policy.');
  const second = rest.replace('paths: ["*.mjs", "lib/**", "data/**"]', 'paths: ["pricing/**"]');
  return `${head}\n  mortgage-approval:\n${rest.trimEnd()}\n\n  pricing:\n${second}`;
}
