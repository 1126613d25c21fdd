import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Room, root } from './rooms.ts';
import { type RoomResult, resultPath } from './stored-result.ts';

/** Writes the result of a room where it is kept. */
export function storeResult(room: Room, result: RoomResult): void {
  writeFileSync(join(root, resultPath(room)), `${JSON.stringify(result, null, 2)}\n`);
}
