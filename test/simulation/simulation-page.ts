import type { Claim, Outcome } from './simulation.ts';

/** A share as a reader reads it. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

function claimed({ atLeast, atMost }: Claim): string {
  if (atLeast === atMost) return percent(atLeast);
  if (atMost === 1) return `≥ ${percent(atLeast)}`;
  return atLeast === 0 ? `≤ ${percent(atMost)}` : `${percent(atLeast)} to ${percent(atMost)}`;
}

/** The page of all simulations: what was claimed, what came out, what chance allows. */
export function simulationPage(sections: ReadonlyMap<string, readonly Outcome[]>, seed: number): string {
  const all = [...sections.values()].flat();
  const broken = all.filter(({ isKept }) => !isKept).length;
  const tables = [...sections].flatMap(([name, outcomes]) => [
    `## ${name}`,
    '',
    '| in a run … | claim | by | came out | allowed | |',
    '|---|---|---|---|---|---|',
    ...outcomes.map(row),
    '',
  ]);
  return [
    '# What the rules claim, simulated',
    '',
    `Written by \`node test/bench/simulations.ts --write\`, seed ${seed}; \`npm run bench\` runs it again and fails when a figure`,
    'here is another, and `npm test` runs each with fewer runs. **Allowed** are the counts that a true claim leaves with',
    'probability below 0.1 % on either side (exact binomial tails). A claim that is a range is one of an approximation, or has',
    'a lower end below which the rule would be idle. "Trap" names what other rules do, and why ours are not those. "stats.md" is',
    'the specification that the measures were written from.',
    '',
    `${all.length} claims, ${broken} broken.`,
    '',
    ...tables,
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function row({ name, claim, runs, count, allowed, isKept }: Outcome): string {
  const cells = [
    name,
    claimed(claim),
    claim.source,
    `${percent(count / runs)} (${count} of ${runs})`,
    allowed.join(' to '),
    isKept ? '' : '**broken**',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
