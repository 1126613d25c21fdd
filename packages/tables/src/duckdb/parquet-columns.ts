import { countOf, encodedTextOf, textOf } from './cells.ts';
import type { Session } from './session.ts';
import { literal } from './sql-text.ts';

export interface ParquetColumn {
  readonly name: string;
  /** In the engine's words. */
  readonly type: string;
}

/**
 * Top-level columns of a Parquet file, with the names that stand in the file. DuckDB itself renames the second of two
 * columns whose names differ in case only, so its names are not taken.
 */
export async function parquetColumns(session: Session, path: string): Promise<readonly ParquetColumn[]> {
  const described = await session.rows(
    `DESCRIBE SELECT * FROM read_parquet(${literal(path)}, hive_partitioning=false, filename=false)`,
  );
  const types = described.map(([, type]) => textOf(type));
  const names = topLevelNames(
    await session.rows(`SELECT encode(name), num_children FROM parquet_schema(${literal(path)})`),
  );
  if (names.length !== types.length) throw new Error(`DuckDB sees ${types.length} of ${names.length} columns.`);
  return names.map((name, at) => ({ name, type: types[at] ?? '' }));
}

/** The schema is a tree, written out depth first; its root has the columns as children. */
function topLevelNames(nodes: readonly (readonly unknown[])[]): readonly string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = childrenOf(nodes[at]);
    at += 1;
    for (let child = 0; child < children; child += 1) skip();
  };
  while (at < nodes.length) {
    names.push(encodedTextOf(nodes[at]?.[0] ?? null) ?? '');
    skip();
  }
  return names;
}

function childrenOf(node: readonly unknown[] | undefined): number {
  const children = node?.[1] ?? null;
  return children === null ? 0 : countOf(children);
}
