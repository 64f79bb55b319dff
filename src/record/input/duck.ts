import type {DuckDBConnection} from '@duckdb/node-api';

/** A database in memory that installs nothing and spills nothing to disk: what is read may be private. */
export interface Duck {
  readonly duckdb: typeof import('@duckdb/node-api');
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Opens an empty database that takes no more memory than said (`512MB`). DuckDB is loaded here: it weighs more than the rest. */
export async function openDuck(memory: string, more: Readonly<Record<string, string>> = {}): Promise<Duck> {
  const duckdb = await import('@duckdb/node-api');
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...more,
  });
  const connection = await instance.connect();
  return {
    duckdb,
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A path as SQL writes it; signs that would make it a pattern stand for themselves. */
export function sqlPath(path: string): string {
  return `'${path.replace(/[[*?]/g, '[$&]').replaceAll("'", "''")}'`;
}

/** The words of an error of DuckDB, without the query it quotes. */
export function duckWords(error: Error): string {
  const [first = ''] = error.message.split('\n');
  return first.slice(0, 160);
}
