import type {DuckDBConnection} from '@duckdb/node-api';

/** A database in memory that installs nothing and spills nothing to disk: what is read may be private. */
export interface Duck {
  readonly duckdb: typeof import('@duckdb/node-api');
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/**
 * What is opened: DuckDB's settings, beside those that hold for all, those of the connection as a statement, and the only
 * `files` that it may touch.
 */
export interface DuckLimits {
  readonly files?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly session?: string;
}

/**
 * Opens an empty database that takes no more memory than said (`512MB`), touches no file but those named, no network,
 * and whose settings are locked. DuckDB is loaded here: it weighs more than the rest.
 */
export async function openDuck(
  memory: string,
  {files = [], settings = {}, session = ''}: DuckLimits = {},
): Promise<Duck> {
  const duckdb = await import('@duckdb/node-api');
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...settings,
  });
  const connection = await instance.connect();
  if (session !== '') await connection.run(session);
  // The pattern that stands for a path is compared as it is written.
  const paths = files.flatMap(path => [sqlText(path), sqlPath(path)]);
  await connection.run(`SET allowed_paths = [${paths.join()}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
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
  return sqlText(path.replace(/[[*?]/g, '[$&]'));
}

/** `'it''s'`: a text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The words of an error of DuckDB, without the query it quotes. */
export function duckWords(error: Error): string {
  const [first = ''] = error.message.split('\n');
  return first.slice(0, 160);
}
