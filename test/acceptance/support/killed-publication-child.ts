/** Publishes the second version, as a process of its own that can be killed. */
import { publish, type Target } from './killed-publication.ts';

const target: Target = JSON.parse(process.argv[2] ?? '{}');
await publish(target, 2);
