/** What one case of a comparison came to. */
export interface Verdict {
  readonly name: string;
  readonly agrees: boolean;
  /** What was found, where it does not agree. */
  readonly detail: string;
}

/** Two sides that read what the other wrote. */
export interface Comparison {
  readonly name: string;
  /** @param spoilt one thing in every case is made wrong; then no case may agree. */
  compare(spoilt: boolean): Promise<readonly Verdict[]>;
}

/** The comparisons with one tool, or why it could not be had. */
export type Tool =
  | { readonly name: string; readonly version: string; readonly comparisons: readonly Comparison[] }
  | { readonly name: string; readonly missing: string };

/** One line of the table. */
export interface Outcome {
  readonly tool: string;
  readonly comparison: string;
  readonly cases: number;
  /** Cases that do not agree, and spoilt ones that do. */
  readonly faults: readonly string[];
}

/** Compares once as it is and once with every case made wrong: a comparison that stays green is none. */
export async function outcomeOf(tool: string, comparison: Comparison): Promise<Outcome> {
  const right = await comparison.compare(false);
  const wrong = await comparison.compare(true);
  const faults = [
    ...right.filter(({ agrees }) => !agrees).map(({ name, detail }) => `${name} does not agree: ${detail}`),
    ...wrong.filter(({ agrees }) => agrees).map(({ name }) => `${name} was made wrong, and nobody saw it`),
  ];
  if (right.length === 0 || right.length !== wrong.length) {
    faults.push(`${right.length} cases as they are and ${wrong.length} made wrong`);
  }
  return { tool, comparison: comparison.name, cases: right.length, faults };
}

/** A verdict from a promise: it agrees when nothing is thrown. */
export async function verdictOf(name: string, act: () => Promise<void>): Promise<Verdict> {
  try {
    await act();
    return { name, agrees: true, detail: '' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { name, agrees: false, detail: detail.slice(0, 300) };
  }
}
