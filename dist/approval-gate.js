import { start } from './index.js';
await start('approval-gate');
