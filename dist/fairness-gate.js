import { start } from './index.js';
await start('fairness-gate');
