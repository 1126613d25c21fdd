import type { Step } from '../step.ts';
import type { DemoWorld } from '../world.ts';

/** Fails on the first request or response of the whole story that GitHub's OpenAPI description does not allow. */
export const exchangesAreValid: Step<DemoWorld> = {
  id: 'openapi',
  title: 'Checked against OpenAPI',
  run: async (world) => {
    const violations = world.github.violations();
    const [first] = violations;
    if (first !== undefined) {
      throw new Error(`${violations.length} exchanges break GitHub's OpenAPI description, first ${first.message}.`);
    }
    const operations = world.github.operationsSeen().size;
    return {
      line: `${operations} operations used, every request and response valid`,
      facts: { operations, violations: 0 },
    };
  },
};
