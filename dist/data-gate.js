import { start } from './index.js';
await start('data-gate');
