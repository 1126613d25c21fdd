import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const example = resolve(import.meta.dirname, '..', '..', '..', 'action-templates', 'mortgage-approval');

/** The policy of the example repository, and any text where its key file would be. */
export const EXAMPLE_POLICY = readFileSync(resolve(example, 'gatehouse.yml'), 'utf8');
export const EXAMPLE_KEY = 'the public key is not read here';
