import { start } from './index.js';
await start('performance-gate');
